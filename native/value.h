// Values between JavaScript and HOC's stack: arguments come through shared memory, results go back through it.
#pragma once
#include <forward_list>

#include "handle.h"

// How an argument is written by TypeScript (src/engine/transfer.ts has the same list).
enum class Arg : int32_t { Number, Text, Null, Object, Section, Segment, RangePointer, MemberPointer, TopPointer, Box, Host };
// How a result is read there.
enum class Result : int32_t { None, Number, Text, Null, Object, Host, Section, Segment, Boolean };

namespace transfer {

constexpr int stride = 8;      // doubles an argument
constexpr int capacity = 1024; // arguments a call

extern int32_t* kinds;
extern double* numbers;

// The memory that arguments need until the call has ended: NEURON keeps pointers to it on its stack.
class Frame {
 public:
  ~Frame();
  void push(napi_env env, int count, napi_value extra, int from = 0);
  void pushObject(Object* object);  // by writable reference: an error with a live localobj must not unreference it twice
  void checkWritten() const;        // a string that NEURON wrote into was meant as an h.ref

 private:
  void pushOne(napi_env env, int index, napi_value extra);
  void pushText(char* text);
  template <class F>
  void eachText(F&& action) const {
    for (int i = 0; i < textCount && i < few; ++i) action(fewTexts[i]);
    for (auto& text : moreTexts) action(text);
  }
  struct Text {
    char* now;
    char* given;
  };
  // NEURON's stack points into these, so they never move: the first few stand in the frame itself.
  static constexpr int few = 4;
  Text fewTexts[few];
  Object* fewObjects[few];
  int textCount = 0, objectCount = 0;
  std::forward_list<Text> moreTexts;
  std::forward_list<Object*> moreObjects;
};

napi_value pop(napi_env env);                       // the value on top of HOC's stack
napi_value give(napi_env env, Object* object, bool owned);
napi_value give(napi_env env, Section* sec);
napi_value giveSegment(napi_env env, Section* sec, double x);
napi_value give(napi_env env, Result kind, napi_value value);
Object* wrapHost(napi_env env, napi_value value, bool structural = false);  // +1 reference

}  // namespace transfer

// What NEURON's class PythonObject holds here: a JavaScript value, or a section, or a segment.
struct HostObject {
  enum Kind { Global, Value, SectionKind, SegmentKind } kind = Global;
  napi_ref ref = nullptr;
  Handle section = 0;
  double x = 0;
  int era = guard::era;     // the environment that it belongs to: a worker thread's ends before NEURON does
  bool structural = false;  // a callback that may change the model's structure (FInitializeHandler of type 3)
  ~HostObject();
};
bool isHost(const Object* object);
HostObject* hostOf(const Object* object);

namespace symbols {
int32_t idOf(Symbol* symbol);
Symbol* at(int32_t id);
}  // namespace symbols
