// From an address in NEURON to a number: open addressing, since a table of nodes misses the cache at each of a model's million things.
#pragma once

#include <cstdint>
#include <vector>

class Addresses {
 public:
  // The number of this address; 0 for none.
  uint32_t find(const void* thing) const {
    for (size_t i = home(thing);; i = next(i)) {
      if (cells[i].thing == thing) return cells[i].number;
      if (!cells[i].thing) return 0;
    }
  }

  void add(void* thing, uint32_t number) {
    if (++count * 2 > cells.size()) grow();
    insert(thing, number);
  }

  void remove(const void* thing) {
    size_t hole = home(thing);
    while (cells[hole].thing != thing) {
      if (!cells[hole].thing) return;
      hole = next(hole);
    }
    --count;
    // What was pushed on by the one that goes moves back, so that no search ends too early.
    for (size_t i = next(hole); cells[i].thing; i = next(i)) {
      size_t wanted = home(cells[i].thing);
      bool isBetween = hole <= i ? hole < wanted && wanted <= i : hole < wanted || wanted <= i;
      if (isBetween) continue;
      cells[hole] = cells[i];
      hole = i;
    }
    cells[hole] = Cell{};
  }

  size_t size() const { return count; }

 private:
  struct Cell {
    void* thing = nullptr;
    uint32_t number = 0;
  };
  std::vector<Cell> cells{64};
  size_t count = 0;
  int bits = 6;

  // Fibonacci hashing (Knuth, volume 3, 6.4): addresses share their low bits.
  size_t home(const void* thing) const { return reinterpret_cast<uintptr_t>(thing) * 0x9E3779B97F4A7C15ull >> (64 - bits); }
  size_t next(size_t i) const { return (i + 1) & (cells.size() - 1); }

  void insert(void* thing, uint32_t number) {
    size_t i = home(thing);
    while (cells[i].thing) i = next(i);
    cells[i] = {thing, number};
  }

  void grow() {
    std::vector<Cell> old(cells.size() * 2);
    old.swap(cells);
    ++bits;
    for (const Cell& cell : old)
      if (cell.thing) insert(cell.thing, cell.number);
  }
};
