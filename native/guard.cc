#include "guard.h"

#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>

#include "crash.h"
#include "interrupt.h"
#include "value.h"

namespace guard {

napi_env env = nullptr;
int depth = 0;
int era = 0;
Note noted;
bool deferring = false;
int runCallbacks = 0;

namespace {
napi_ref hooks = nullptr;
napi_ref parked = nullptr;
std::thread::id owner;
std::string errorText;            // what NEURON wrote to its error stream during the guarded calls under way
std::mutex foreignText;           // NEURON's own threads print too; their text waits for the next return
std::string waiting[2];

napi_value hooksObject() {
  napi_value object = nullptr;
  if (hooks) napi_get_reference_value(env, hooks, &object);
  return object;
}

void write(const char* text, size_t length, int stream) {
  // A listener may use NEURON: the result that stands in shared memory must survive it.
  napi_value args[2] = {::text(env, text, length), integer(env, stream)};
  if (!transfer::kinds) {
    callHook("print", 2, args);
    return;
  }
  int32_t kinds[2] = {transfer::kinds[0], transfer::kinds[1]};
  double number = transfer::numbers[0];
  callHook("print", 2, args);
  transfer::kinds[0] = kinds[0];
  transfer::kinds[1] = kinds[1];
  transfer::numbers[0] = number;
}

// Prints what has been gathered, whole lines at once, or all of it when the outermost call returns.
void flush(int stream, bool all) {
  std::string& text = waiting[stream - 1];
  size_t end = all ? text.size() : text.rfind('\n') + 1;
  if (text.empty() || end == 0) return;
  std::string ready = text.substr(0, end);
  text.erase(0, end);
  write(ready.data(), ready.size(), stream);
}

std::string tidy(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  size_t start = text.find_first_not_of(" \n");
  return start == std::string::npos ? std::string() : text.substr(start);
}

// Outside a file and a line of text, NEURON says so in two empty lines.
std::string withoutPlace(std::string text) {
  constexpr const char* nowhere = " near line 0\n";
  for (size_t at = text.find(nowhere); at != std::string::npos; at = text.find(nowhere, at)) {
    size_t end = at + std::strlen(nowhere);
    size_t caret = text.find_first_not_of(" \n", end);
    if (caret != std::string::npos && text[caret] == '^') end = caret + 1;
    text.erase(at, end - at);
  }
  return text;
}

// Without what NEURON says, to its end, of an exception that is about to be thrown itself.
std::string warnings(std::string text) {
  if (!parked) return text;
  size_t at = text.find("A JavaScript function threw");
  return at == std::string::npos ? text : text.substr(0, text.rfind('\n', at) + 1);
}

std::string hocMessage(const char* what, const std::string& printed) {
  std::string message = tidy(withoutPlace(printed));
  constexpr const char* prefix = "hoc_execerror: ";
  std::string own = what;
  if (own.rfind(prefix, 0) == 0) own = own.substr(std::strlen(prefix));
  own = tidy(own);
  if (message.empty()) return own.empty() ? "NEURON gave no reason" : own;
  if (!own.empty() && message.find(own) == std::string::npos) return own + "\n" + message;
  return message;
}
}  // namespace

void claim(napi_env newEnv, napi_value object) {
  if (hooks) napi_delete_reference(env, hooks);
  env = newEnv;
  owner = std::this_thread::get_id();
  napi_create_reference(env, object, 1, &hooks);
}

void release() {
  hooks = nullptr;
  parked = nullptr;
  env = nullptr;
  ++era;
}

bool onOwnThread() { return env && std::this_thread::get_id() == owner; }

napi_value callHook(const char* name, size_t count, const napi_value* args) {
  napi_value object = hooksObject(), function = nullptr, result = nullptr;
  if (!object || napi_get_named_property(env, object, name, &function) != napi_ok) return nullptr;
  crash::Outside here;
  if (napi_call_function(env, object, function, count, args, &result) == napi_pending_exception) {
    parkException();
    return nullptr;
  }
  return result;
}

void throwError(napi_env thrower, const char* code, const std::string& message) {
  napi_value object = hooksObject(), function = nullptr, error = nullptr;
  napi_value args[2] = {text(thrower, code), text(thrower, message)};
  if (thrower == env && object && napi_get_named_property(env, object, "error", &function) == napi_ok &&
      napi_call_function(env, object, function, 2, args, &error) == napi_ok && error) {
    napi_throw(env, error);
    return;
  }
  napi_throw_error(thrower, code, message.c_str());
}

void parkException() {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending) return;
  napi_value exception = nullptr;
  napi_get_and_clear_last_exception(env, &exception);
  callHook("parked", 1, &exception);
  if (parked) return;  // the first exception wins: NEURON goes on calling handlers after one has failed
  // A reference needs an object, and JavaScript can throw anything: keep it in a box.
  napi_value box = nullptr;
  napi_create_object(env, &box);
  napi_set_named_property(env, box, "value", exception);
  napi_create_reference(env, box, 1, &parked);
}

bool hasParked() { return parked != nullptr; }

static void throwParked() {
  napi_value box = nullptr, exception = nullptr;
  napi_get_reference_value(env, parked, &box);
  napi_delete_reference(env, parked);
  parked = nullptr;
  napi_get_named_property(env, box, "value", &exception);
  napi_throw(env, exception);
}

int print(int stream, char* message) {
  if (!env) return static_cast<int>(fwrite(message, 1, std::strlen(message), stream == 1 ? stdout : stderr));
  if (!onOwnThread()) {
    std::lock_guard<std::mutex> lock(foreignText);
    waiting[stream == 1 ? 0 : 1] += message;
    return 0;
  }
  if (stream != 1 && depth > 0) {
    errorText += message;
    return 0;
  }
  int index = stream == 1 ? 1 : 2;
  waiting[index - 1] += message;
  napi_handle_scope scope = nullptr;
  napi_open_handle_scope(env, &scope);
  flush(index, false);
  napi_close_handle_scope(env, scope);
  return 0;
}

void refuseWhileRunning(const char* what) {
  if (runCallbacks > 0)
    refuse("ERR_PATCH_SIMULATION", std::string(what) + " changes the structure of the model, which cannot be done while NEURON runs.");
}

void refuse(const char* code, const std::string& message) {
  noted = {code, message};
  throw Failure(code, message);
}

namespace {
struct Depth {
  size_t errorStart = errorText.size();
  Depth() { ++depth; }
  ~Depth() { --depth; }
};
struct Outcome {
  const char* code = nullptr;  // null: it went well
  std::string message;
};

// NEURON's exceptions, in our words; `errorStart`: from where on its error stream is about this call.
template <class F>
Outcome attempt(size_t errorStart, F&& function) {
  try {
    function();
    return {};
  } catch (const Failure& failure) {
    return {failure.code, failure.message};
  } catch (const std::exception& exception) {
    std::string message = hocMessage(exception.what(), errorText.substr(errorStart));
    if (message.find("called on a frozen structure") == std::string::npos) return {"ERR_PATCH_HOC", message};
    return {"ERR_PATCH_SIMULATION", "This changes the structure of the model, which cannot be done while NEURON runs.\n" + message};
  } catch (...) {
    return {"ERR_PATCH_HOC", hocMessage("an exception of unknown kind", errorText.substr(errorStart))};
  }
}

// Where NEURON comes back to, with its stacks as they were, when something in it fails.
template <class F>
void withReturn(F&& function) {
  nrn.OcJump_fpycall(
      [](void* it, void*) -> void* {
        (*static_cast<std::remove_reference_t<F>*>(it))();
        return nullptr;
      },
      &function, nullptr);
}
}  // namespace

bool later(void (*call)(void*), void* context) {
  // Whatever this rank calls after its first failure would stand on ground that is not there.
  if (parked) return false;
  Depth level;
  Outcome outcome = attempt(level.errorStart, [&] { withReturn([&] { call(context); }); });
  if (!outcome.code) return true;
  errorText.resize(level.errorStart);
  if (!parked) {
    crash::Scope scope;
    throwError(env, outcome.code, outcome.message);
    parkException();
  }
  return false;
}

napi_value enter(napi_env caller, Kind kind, void (*call)(void*), void* context, napi_value* result) {
  if (!engineStarted || caller != env) {
    throwError(caller, "ERR_PATCH_ENGINE",
               engineStarted ? "This NEURON belongs to another thread or another copy of the package." : "NEURON has not been started.");
    return nullptr;
  }
  const char* code = nullptr;
  std::string message;
  {
    Depth level;
    interrupt::Watch watch(kind == Kind::Long && depth == 1);
    sigjmp_buf* outer = crash::target;
    Outcome outcome = attempt(level.errorStart, [&] {
      withReturn([&] {
        sigjmp_buf place;
        const crash::State before = crash::save();
        if (sigsetjmp(place, 0) != 0) {
          crash::restore(before);
          if (runCallbacks > 0)
            throw Failure("ERR_PATCH_SIMULATION", std::string("NEURON crashed in this call, which a callback of a run made: ") + crash::reason() +
                                                      ". A change of the model's structure, which cannot be done while NEURON runs, is the usual cause.");
          throw Failure("ERR_PATCH_CRASH", std::string("NEURON crashed in this call: ") + crash::reason() +
                                               ". It was brought back, but save your work and start a new process: it may be damaged.");
        }
        crash::target = &place;
        call(context);
      });
    });
    code = outcome.code;
    message = std::move(outcome.message);
    crash::target = outer;
    nrn.hoc_unref_defer();
    if (depth == 1) engine::settlePostponed();
    if (errorText.size() > level.errorStart) {
      if (!code) waiting[1].append(warnings(errorText.substr(level.errorStart)));  // they are printed, not lost
      errorText.resize(level.errorStart);
    }
    if (watch.interrupted()) {
      code = "ERR_PATCH_INTERRUPTED";
      message = "Stopped by Ctrl-C.";
    }
  }
  if (depth == 0) {
    if ((code || parked) && !deferring) engine::endPatience();
    if (kind == Kind::Long) std::fflush(stdout);
    if (!waiting[0].empty()) flush(1, true);
    if (!waiting[1].empty()) flush(2, true);
  }
  if (parked) {
    throwParked();
    return nullptr;
  }
  if (code) {
    throwError(env, code, message);
    return nullptr;
  }
  return *result;
}

}  // namespace guard
