// The one way into NEURON: catches its exceptions, keeps its stacks as they were, turns its error stream into the
// error's text, and re-throws the very exception that a JavaScript callback threw. Nothing else catches.
#pragma once
#include <exception>
#include <string>

#include "engine.h"
#include "js.h"

// Wrong use that is found on our side, before NEURON sees it. The code chooses the class of the error.
struct Failure : std::exception {
  const char* code;
  std::string message;
  Failure(const char* code, std::string message) : code(code), message(std::move(message)) {}
  const char* what() const noexcept override { return message.c_str(); }
};

namespace guard {

extern napi_env env;       // the one environment that may use the engine
extern int era;            // how many environments have left it
extern int depth;          // how many guarded calls are under way
extern bool deferring;     // all ranks are under way together: what a callback throws here waits until they have arrived
extern int runCallbacks;   // how many callbacks of a running simulation are under way

void claim(napi_env env, napi_value hooks);  // hooks: { error(code, message), print(text, stream), … }
void release();
napi_value callHook(const char* name, size_t count, const napi_value* args);
void throwError(napi_env env, const char* code, const std::string& message);
bool onOwnThread();

// Keeps the exception that JavaScript has just thrown, the first one if there are several, until NEURON has unwound.
void parkException();
bool hasParked();
// Calls what NEURON calls back; what fails in it is kept until the ranks have arrived. Whether it went well.
bool later(void (*call)(void*), void* context);
template <class F>
bool later(F&& function) {
  return later([](void* it) { (*static_cast<std::remove_reference_t<F>*>(it))(); }, &function);
}
int print(int stream, char* text);  // NEURON's print hook
void refuseWhileRunning(const char* what);

// What the last refusal said, for NEURON's parser swallows exceptions.
struct Note {
  const char* code = nullptr;
  std::string message;
};
extern Note noted;
[[noreturn]] void refuse(const char* code, const std::string& message);

enum class Kind { Quick, Long };  // Long: may run for a while, so Ctrl-C stops it, and what C printed is flushed
napi_value enter(napi_env env, Kind kind, void (*call)(void*), void* context, napi_value* result);

template <class F>
napi_value run(napi_env env, Kind kind, F&& function) {
  struct Context {
    F& function;
    napi_value result;
  } context{function, nullptr};
  return enter(
      env, kind,
      [](void* pointer) {
        auto* c = static_cast<Context*>(pointer);
        c->result = c->function();
      },
      &context, &context.result);
}

}  // namespace guard

template <class F>
napi_value guarded(napi_env env, F&& function) {
  return guard::run(env, guard::Kind::Quick, function);
}
template <class F>
napi_value guardedLong(napi_env env, F&& function) {
  return guard::run(env, guard::Kind::Long, function);
}
