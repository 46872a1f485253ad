#include "recordings.h"

#include <array>
#include <cstring>

#include "addresses.h"
#include "interpose.h"

namespace {

Addresses uses;  // of how many each Vector was a part since it left all: those that NEURON has ended by itself count, too
bool isTold = false;

void addUse(IvocVect* vector) {
  uint32_t before = uses.find(vector);
  if (before) uses.remove(vector);
  uses.add(vector, before + 1);
}

// The Vectors that a function of HOC's has been given: they count when it is done, however it ends.
class Given {
 public:
  explicit Given(void* own = nullptr) {
    isTold = true;
    vectors[0] = static_cast<IvocVect*>(own);
    for (int i = 1; i < static_cast<int>(vectors.size()) && nrn.ifarg(i); ++i) {
      Object* object = nrn.hoc_is_object_arg(i) ? *nrn.hoc_objgetarg(i) : nullptr;
      if (object && std::strcmp(object->ctemplate->sym->name, "Vector") == 0) vectors[i] = static_cast<IvocVect*>(object->u.this_pointer);
    }
  }
  ~Given() {
    for (IvocVect* vector : vectors)
      if (vector) addUse(vector);
  }
  Given(const Given&) = delete;

 private:
  std::array<IvocVect*, 6> vectors{};
};

}  // namespace

INTERPOSE void _Z17nrn_vecsim_removePv(void* vector);

void recordings::leave(IvocVect* vector) {
  static auto* own = next(&_Z17nrn_vecsim_removePv, "_Z17nrn_vecsim_removePv");
  if (!isTold) return own(vector);  // the linker binds otherwise (macOS), or nothing was recorded yet
  uint32_t count = uses.find(vector);
  if (count) uses.remove(vector);
  for (; count > 0; --count) {
    Observer* recording = nrn.playrec_uses(*nrn.net_cvode_instance, vector);
    if (!recording) return;
    delete recording;
  }
}

// Vector.record and Vector.play.
INTERPOSE void _Z14nrn_vecsim_addPvb(void* vector, bool record) {
  static auto* own = next(&_Z14nrn_vecsim_addPvb, "_Z14nrn_vecsim_addPvb");
  Given given(vector);
  own(vector, record);
}

// CVode.record.
INTERPOSE void _ZN8NetCvode13vecrecord_addEv(void* netcvode) {
  static auto* own = next(&_ZN8NetCvode13vecrecord_addEv, "_ZN8NetCvode13vecrecord_addEv");
  Given given;
  own(netcvode);
}

// Vector.play_remove, and Vector.record before it begins.
INTERPOSE void _Z17nrn_vecsim_removePv(void* vector) { recordings::leave(static_cast<IvocVect*>(vector)); }
