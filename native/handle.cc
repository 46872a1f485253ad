#include "handle.h"

#include <cstdlib>

#include "addresses.h"

#include "graphics.h"

namespace handles {

struct EndObserver : Observer {
  uint32_t index;
  explicit EndObserver(uint32_t index) : index(index) {}
  void disconnect(void*) override;
};

namespace {
constexpr uint32_t indexBits = 24;
constexpr uint32_t indexMask = (1u << indexBits) - 1;

std::vector<Slot> slots(1);  // slot 0 is nobody's: handle 0 means none
std::vector<uint32_t> freeSlots;
Addresses byThing;
std::vector<Handle> weakHandles;
size_t cursor = 0;
int64_t unreported = 0;
std::vector<Handle> deadHandles;
int32_t noCounter = 0;

Handle handleAt(uint32_t index) { return static_cast<Handle>(uint32_t(slots[index].generation) << indexBits | index); }

uint32_t allocate(SlotKind kind, void* thing) {
  uint32_t index;
  if (freeSlots.empty()) {
    if (slots.size() > indexMask) throw Failure("ERR_PATCH_ENGINE", "More than sixteen million NEURON objects are alive at once.");
    index = static_cast<uint32_t>(slots.size());
    slots.emplace_back();
    slots[index].generation = 1;
  } else {
    index = freeSlots.back();
    freeSlots.pop_back();
  }
  Slot& s = slots[index];
  s.kind = kind;
  s.thing = thing;
  byThing.add(thing, index);
  return index;
}

// Empties the slot. A slot whose generations are used up is never used again, so no old handle fits by chance.
// `known`: TypeScript has let go of it already, and need not be told.
void vacate(uint32_t index, bool known) {
  Slot& s = slots[index];
  if (!known) {
    deadHandles.push_back(handleAt(index));
    ++*deaths;
  }
  byThing.remove(s.thing);
  if (s.weak && guard::env) napi_delete_reference(guard::env, s.weak);
  unreported -= s.size;
  delete s.observer;
  uint8_t generation = s.generation + 1;
  s = Slot{};
  s.generation = generation;
  if (generation != 0) freeSlots.push_back(index);
}

uint32_t indexOf(Handle handle) {
  uint32_t raw = static_cast<uint32_t>(handle), index = raw & indexMask;
  if (index == 0 || index >= slots.size()) return 0;
  const Slot& s = slots[index];
  return s.kind != SlotKind::Free && s.generation == raw >> indexBits ? index : 0;
}
}  // namespace

int32_t* deaths = &noCounter;
std::vector<Handle>& dead() { return deadHandles; }

void EndObserver::disconnect(void*) {
  slots[index].observer = nullptr;  // NEURON has already let go of it
  vacate(index, false);
  delete this;
}

Handle of(Section* sec) {
  if (!sec || !sec->prop) return 0;
  if (uint32_t found = byThing.find(sec)) return handleAt(found);
  nrn.section_ref(sec);  // the struct stays, so that its death can be seen
  return handleAt(allocate(SlotKind::Section, sec));
}

Handle of(Object* object, bool owned) {
  if (!object) return 0;
  if (uint32_t found = byThing.find(object)) {
    Slot& s = slots[found];
    if (owned) {
      if (s.owned)
        nrn.hoc_obj_unref(object);
      else
        s.owned = true;
    }
    return handleAt(found);
  }
  uint32_t index = allocate(SlotKind::Object, object);
  slots[index].owned = owned;
  slots[index].observer = new EndObserver(index);
  nrn.ObjObservable_Attach(object, slots[index].observer);
  return handleAt(index);
}

Handle of(Box* box) { return handleAt(allocate(SlotKind::Box, box)); }

bool alive(Handle handle) {
  uint32_t index = indexOf(handle);
  if (!index) return false;
  return slots[index].kind != SlotKind::Section || static_cast<Section*>(slots[index].thing)->prop;
}

Slot& slot(Handle handle, SlotKind kind, const char* what) {
  uint32_t index = indexOf(handle);
  if (!index || slots[index].kind != kind) throw Failure("ERR_PATCH_DISPOSED", std::string("This ") + what + " no longer exists.");
  return slots[index];
}

Section* section(Handle handle) {
  auto* sec = static_cast<Section*>(slot(handle, SlotKind::Section, "section").thing);
  if (!sec->prop) throw Failure("ERR_PATCH_DISPOSED", "This section no longer exists.");
  return sec;
}

Section* livingSection(Handle handle) {
  uint32_t index = indexOf(handle);
  if (!index || slots[index].kind != SlotKind::Section) return nullptr;
  auto* sec = static_cast<Section*>(slots[index].thing);
  return sec->prop ? sec : nullptr;
}

Object* object(Handle handle) { return static_cast<Object*>(slot(handle, SlotKind::Object, "object").thing); }
Object* objectOrNone(Handle handle) { return handle ? object(handle) : nullptr; }
bool isObject(Handle handle) {
  uint32_t index = indexOf(handle);
  return index && slots[index].kind == SlotKind::Object;
}
Box* box(Handle handle) { return static_cast<Box*>(slot(handle, SlotKind::Box, "reference").thing); }

void adopt(Handle handle, HostSection* host) { slot(handle, SlotKind::Section, "section").host = host; }

static void dispose(uint32_t index, bool known) {
  Slot& s = slots[index];
  void* thing = s.thing;
  switch (s.kind) {
    case SlotKind::Object: {
      bool owned = s.owned;
      if (s.observer) nrn.ObjObservable_Detach(static_cast<Object*>(thing), s.observer);
      vacate(index, known);
      if (owned) nrn.hoc_obj_unref(static_cast<Object*>(thing));
      break;
    }
    case SlotKind::Section: {
      HostSection* host = s.host;
      vacate(index, known);
      if (host) {
        if (host->cell) nrn.hoc_obj_unref(host->cell);
        delete host;
      }
      nrn.section_unref(static_cast<Section*>(thing));
      break;
    }
    case SlotKind::Box: {
      auto* box = static_cast<Box*>(thing);
      vacate(index, known);
      graphics::boxGone(&box->number);
      std::free(box->text);
      if (box->object) nrn.hoc_obj_unref(box->object);
      delete box;
      break;
    }
    case SlotKind::Free:
      break;
  }
}

void release(Handle handle, bool known) {
  if (uint32_t index = indexOf(handle)) dispose(index, known);
}

void pin(Handle handle) {
  if (uint32_t index = indexOf(handle)) slots[index].pinned = true;
}

// The object of TypeScript's is gone, and its handle stays.
static void unbind(uint32_t index) {
  Slot& s = slots[index];
  napi_delete_reference(guard::env, s.weak);
  s.weak = nullptr;
  unreported -= s.size;
  s.size = 0;
  bool owned = s.owned;
  s.owned = false;
  if (owned) nrn.hoc_obj_unref(static_cast<Object*>(s.thing));
}

void bindWeak(Handle handle, napi_value object, uint32_t bytes) {
  uint32_t index = indexOf(handle);
  if (!index) return;
  Slot& s = slots[index];
  if (!s.weak) weakHandles.push_back(handle);
  if (!weakTarget(handle)) {
    if (s.weak) napi_delete_reference(guard::env, s.weak);
    napi_create_reference(guard::env, object, 0, &s.weak);
  }
  unreported += int64_t(bytes) - s.size;
  s.size = bytes;
  if (unreported > (1 << 16) || unreported < -(1 << 16)) {
    int64_t total = 0;
    napi_adjust_external_memory(guard::env, unreported, &total);
    unreported = 0;
  }
}

napi_value weakTarget(Handle handle) {
  uint32_t index = indexOf(handle);
  napi_value value = nullptr;
  if (index && slots[index].weak) napi_get_reference_value(guard::env, slots[index].weak, &value);
  return value;
}

// Within one turn of the event loop no finalizer runs and no WeakRef dies, so a loop that makes and drops objects
// would pile them up; a Node-API weak reference is empty as soon as its target has been collected.
void sweep(size_t count) {
  if (guard::depth > 1 || guard::runCallbacks > 0) return;
  for (; count > 0 && !weakHandles.empty(); --count) {
    if (cursor >= weakHandles.size()) cursor = 0;
    Handle handle = weakHandles[cursor];
    uint32_t index = indexOf(handle);
    bool gone = !index || !slots[index].weak;
    if (!gone) {
      napi_handle_scope scope = nullptr;
      napi_open_handle_scope(guard::env, &scope);
      napi_value value = nullptr;
      napi_get_reference_value(guard::env, slots[index].weak, &value);
      napi_close_handle_scope(guard::env, scope);
      if (!value) {
        if (slots[index].pinned && slots[index].kind == SlotKind::Object)
          unbind(index);
        else
          dispose(index, true);
        gone = true;
      }
    }
    if (gone) {
      weakHandles[cursor] = weakHandles.back();
      weakHandles.pop_back();
    } else {
      ++cursor;
    }
  }
}

size_t count() { return byThing.size(); }

std::vector<Handle> all(SlotKind kind) {
  std::vector<Handle> found;
  for (uint32_t i = 1; i < slots.size(); ++i)
    if (slots[i].kind == kind) found.push_back(handleAt(i));
  return found;
}

void abandon() {
  for (Slot& s : slots) s.weak = nullptr;
}

}  // namespace handles
