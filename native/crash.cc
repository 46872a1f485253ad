#include "crash.h"

#include <unistd.h>

#include <csignal>
#include <vector>

#include "guard.h"

namespace crash {

sigjmp_buf* target = nullptr;

namespace {
constexpr int signals[] = {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGILL};
struct sigaction previous[5];
volatile sig_atomic_t seen = 0;
std::vector<napi_handle_scope> scopes;
alignas(16) char stack[64 * 1024];

void onSignal(int number, siginfo_t* info, void* context) {
  bool own = number == SIGABRT ? info->si_pid == getpid() : info->si_code > 0;
  if (own && target && guard::onOwnThread()) {
    seen = number;
    sigjmp_buf* to = target;
    target = nullptr;
    siglongjmp(*to, 1);
  }
  for (int i = 0; i < 5; ++i)
    if (signals[i] == number) {
      if ((previous[i].sa_flags & SA_SIGINFO) && previous[i].sa_sigaction) return previous[i].sa_sigaction(number, info, context);
      sigaction(number, &previous[i], nullptr);
    }
  if (number == SIGABRT || !own) raise(number);  // the others happen again by themselves
}
}  // namespace

void install() {
  // A stack of its own for the handler: the crash may be that the other one is full.
  stack_t own = {};
  own.ss_sp = stack;
  own.ss_size = sizeof stack;
  sigaltstack(&own, nullptr);
  struct sigaction action = {};
  action.sa_sigaction = onSignal;
  action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < 5; ++i) sigaction(signals[i], &action, &previous[i]);
}

State save() { return {target, guard::runCallbacks, *nrn.nrn_try_catch_nest_depth, scopes.size()}; }

void restore(const State& state) {
  target = state.target;
  guard::runCallbacks = state.runCallbacks;
  *nrn.nrn_try_catch_nest_depth = state.nestDepth;
  while (scopes.size() > state.scopes) {
    napi_close_handle_scope(guard::env, scopes.back());
    scopes.pop_back();
  }
}

const char* reason() {
  switch (seen) {
    case SIGABRT: return "an assertion of its own does not hold";
    case SIGFPE: return "a division by zero";
    case SIGBUS: return "a bus error";
    case SIGILL: return "an illegal instruction";
    default: return "a segmentation fault";
  }
}

Scope::Scope() {
  napi_handle_scope scope = nullptr;
  napi_open_handle_scope(guard::env, &scope);
  scopes.push_back(scope);
}
Scope::~Scope() {
  napi_close_handle_scope(guard::env, scopes.back());
  scopes.pop_back();
}

}  // namespace crash
