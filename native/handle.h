// Integer handles: a slot's index and generation. The table knows what each slot holds and whether it still lives;
// a handle that outlived its thing is an error here and never reaches NEURON.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "guard.h"

using Handle = int32_t;

enum class SlotKind : uint8_t { Free, Section, Object, Box };

// A cell that NEURON writes into: what h.ref makes.
struct Box {
  enum Type { Number, Text, Ref } type;
  double number = 0;
  char* text = nullptr;
  Object* object = nullptr;
};

// What a section that we made carries in its property list; NEURON's name and cell hooks read it.
struct HostSection {
  Handle handle;
  std::string name;     // whole, with the cell's name in front
  Object* cell;         // one reference, or null
};

namespace handles {

struct Slot {
  void* thing = nullptr;
  struct EndObserver* observer = nullptr;
  napi_ref weak = nullptr;
  HostSection* host = nullptr;
  uint32_t size = 0;        // bytes reported to the garbage collector
  uint8_t generation = 0;
  SlotKind kind = SlotKind::Free;
  bool owned = false;       // we hold one of the object's references
  bool pinned = false;      // TypeScript knows the object by this handle, whether or not it has an object of its own for it
};

// Shared with TypeScript: how many handles have died since it last asked.
extern int32_t* deaths;
std::vector<Handle>& dead();

Handle of(Section* sec);               // 0 for a null or deleted section
Handle of(Object* object, bool owned); // 0 for null; `owned` hands one reference over to the slot
Handle of(Box* box);
Slot& slot(Handle handle, SlotKind kind, const char* what);
bool alive(Handle handle);

Section* section(Handle handle);       // throws Failure(ERR_PATCH_DISPOSED) for a deleted one
Section* livingSection(Handle handle); // the same, or null
Object* object(Handle handle);
Object* objectOrNone(Handle handle);  // null for 0
Box* box(Handle handle);
bool isObject(Handle handle);

void adopt(Handle handle, HostSection* host);
void release(Handle handle, bool known = true);  // forgets the handle and gives the reference back; known: to TypeScript
void pin(Handle handle);               // it lives as long as the object does
void bindWeak(Handle handle, napi_value object, uint32_t bytes);
napi_value weakTarget(Handle handle);
void sweep(size_t count);              // looks at the next few weak ones; top level only
size_t count();
std::vector<Handle> all(SlotKind kind);
void abandon();                        // the environment is gone: no reference may be touched any more

}  // namespace handles
