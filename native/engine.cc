// Loading libnrniv and starting NEURON, once a process.
#include "engine.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>
#ifdef __linux__
#include <link.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "crash.h"
#include "provider.h"
#include "value.h"

NeuronLibrary nrn;

SortedToken::~SortedToken() { nrn.sorted_token_destroy(this); }
bool engineStarted = false;

// libnrniv calls this to register mechanisms that were linked in; there are none.
extern "C" __attribute__((visibility("default"))) void modl_reg() {}

namespace sections {
void leaveNothing();
}

namespace engine {

namespace {

bool claimed = false;                   // an environment uses the engine
std::vector<std::string> argumentTexts; // NEURON keeps pointers to its arguments for ever
std::vector<const char*> arguments;

std::string missing;
void* library = nullptr;

void* find(const char* symbol) {
  void* found = dlsym(library, symbol);
  if (!found) missing += std::string(missing.empty() ? "" : ", ") + symbol;
  return found;
}

// The hooks must have the size that we fill; only ELF says so.
bool hooksHaveOurSize() {
#ifdef __linux__
  Dl_info info;
  const ElfW(Sym)* entry = nullptr;
  if (dladdr1(nrn.neuron_python_methods, &info, (void**)&entry, RTLD_DL_SYMENT) && entry) return entry->st_size == sizeof(HostMethods);
#endif
  return true;
}

// `modl_reg` and mechanism libraries are looked up in the global scope: this addon joins it.
void joinGlobalScope() {
  Dl_info self;
  if (dladdr(reinterpret_cast<void*>(&joinGlobalScope), &self)) dlopen(self.dli_fname, RTLD_NOW | RTLD_GLOBAL | RTLD_NOLOAD);
}

bool load(const std::string& path, std::string* why) {
  joinGlobalScope();
  library = dlopen(path.c_str(), RTLD_NOW | RTLD_GLOBAL);
  if (!library) {
    *why = dlerror();
    return false;
  }
#define API_REQUIRED(ret, name, params) nrn.name = reinterpret_cast<ret(*) params>(find(#name));
#define API_SKIPPED(name, reason)
#include "api.inc"
#undef API_REQUIRED
#undef API_SKIPPED
#define NRN_FUNCTION(ret, name, params, mangled) nrn.name = reinterpret_cast<ret(*) params>(find(mangled));
#define NRN_VARIABLE(type, name, mangled) nrn.name = reinterpret_cast<std::add_pointer_t<type>>(find(mangled));
#include "symbols.inc"
#undef NRN_FUNCTION
#undef NRN_VARIABLE
  if (!missing.empty()) {
    *why = "it lacks " + missing;
    return false;
  }
  std::string version = nrn.nrn_version(0);
  if (version.rfind("9.0.", 0) != 0) {
    *why = "it is version " + version;
    return false;
  }
  if (!hooksHaveOurSize()) {
    *why = "its table of hooks has another size";
    return false;
  }
  return true;
}

// Names whose kinds we know: if one differs, the numbers in neuron.h are another version's.
bool layoutsFit(std::string* why) {
  struct Known {
    const char* name;
    int type;
  } known[] = {{"t", T_VAR},          {"sin", T_BLTIN},        {"finitialize", T_FUN_BLTIN}, {"v", T_RANGEVAR},   {"hh", T_MECHANISM},
               {"Vector", T_TEMPLATE}, {"setpointer", T_SETPOINTER}, {"secname", T_STRINGFUNC}, {"gnabar_hh", T_RANGEVAR}};
  for (auto& k : known) {
    Symbol* symbol = nrn.hoc_lookup(k.name);
    if (!symbol || symbol->type != k.type) {
      *why = std::string(k.name) + " is not of the kind that NEURON 9.0 gives it";
      return false;
    }
  }
  Symbol* hh = nrn.hoc_lookup("hh");
  if ((*nrn.memb_func)[hh->subtype].sym != hh || std::strcmp(hh->u.ppsym[0]->name, "gnabar_hh") != 0) {
    *why = "its table of mechanisms is laid out in another way";
    return false;
  }
  return true;
}

// NEURON saves and restores these with signal(), which loses the flags of Node's handlers: afterwards SIGINT would
// make the process spin.
struct SignalHandlers {
  static constexpr int signals[] = {SIGINT, SIGFPE, SIGSEGV, SIGBUS, SIGPIPE, SIGTERM};
  struct sigaction saved[6];
  SignalHandlers() {
    for (int i = 0; i < 6; ++i) sigaction(signals[i], nullptr, &saved[i]);
  }
  ~SignalHandlers() {
    for (int i = 0; i < 6; ++i) sigaction(signals[i], &saved[i], nullptr);
  }
};

// What is printed to standard output goes nowhere for as long as this lives.
struct Silence {
  int saved = -1;
  Silence() {
    std::fflush(stdout);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0) return;
    saved = fcntl(1, F_DUPFD_CLOEXEC, 3);
    if (saved >= 0) dup2(nowhere, 1);
    close(nowhere);
  }
  ~Silence() {
    if (saved < 0) return;
    std::fflush(stdout);
    dup2(saved, 1);
    close(saved);
  }
};

std::optional<Silence> silence;

// silence(isOn): of all that prints, the children of HOC's system() too, and not only of what NEURON tells
napi_value SetSilence(napi_env env, napi_callback_info info) {
  Args args(env, info);
  if (!args.b(0)) silence.reset();
  else if (!silence) silence.emplace();
  return undefined(env);
}

// Node marks its own standard streams close-on-exec; the children of HOC's system() need them.
void keepStandardStreams() {
  for (int fd = 0; fd <= 2; ++fd) {
    int flags = fcntl(fd, F_GETFD);
    if (flags >= 0) fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC);
  }
}

// What glibc learns by itself once a block of 32 MB has been freed: to keep such memory for the next one. The copies of
// long Vectors come and go in waves, by the garbage collector's rhythm, and fresh pages cost more than the copying.
void keepLargeBlocks() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

void leave(void*) {
  handles::abandon();
  guard::release();
  claimed = false;
}

}  // namespace

bool hasNewArtificial = false;
void* symbol(const char* name) { return dlsym(library, name); }

// A model is made of millions of small blocks. Those that were freed lately, glibc merges in one go whenever a large
// block is asked for, as the columns of NEURON's data do when they grow: that took a tenth of building.
static void tuneMemory() {
#ifdef __GLIBC__
  mallopt(M_MXFAST, 0);
#endif
}

// start(library, hooks, arguments, environment): undefined, or the reason why it cannot be used
static napi_value Start(napi_env env, napi_callback_info info) {
  Args args(env, info);
  std::string why;
  if (claimed && env != guard::env) return text(env, "it is already used by another thread of this process");
  if (!library && !load(args.s(0), &why)) return text(env, why);

  uint32_t count = 0;
  if (!engineStarted) {
    tuneMemory();
    // Natively: in a worker thread, process.env never reaches the C library.
    napi_get_array_length(env, args.values[3], &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
      napi_value name = nullptr, value = nullptr;
      napi_get_element(env, args.values[3], i, &name);
      napi_get_element(env, args.values[3], i + 1, &value);
      setenv(string(env, name).c_str(), string(env, value).c_str(), 1);
    }
    napi_get_array_length(env, args.values[2], &count);
    for (uint32_t i = 0; i < count; ++i) {
      napi_value value = nullptr;
      napi_get_element(env, args.values[2], i, &value);
      argumentTexts.push_back(string(env, value));
    }
    for (auto& argument : argumentTexts) arguments.push_back(argument.c_str());
    arguments.push_back(nullptr);
  }
  if (claimed) {
    // A second evaluation of the package in this thread (test runners do that for each file) begins with a clean model.
    napi_value left = guarded(env, [&]() -> napi_value {
      guard::refuseWhileRunning("Starting a second copy of the package");
      sections::leaveNothing();
      return undefined(env);
    });
    if (!left) return nullptr;
    guard::callHook("takenOver", 0, nullptr);
  }
  if (!claimed) napi_add_env_cleanup_hook(env, leave, nullptr);
  claimed = true;
  guard::claim(env, args.values[1]);
  if (!engineStarted) {
    *nrn.nrn_noauto_dlopen_nrnmech = 1;  // a library that lies in the working directory may be anybody's
    {
      SignalHandlers handlers;
      Silence silence;  // with MPI it says how many ranks there are
      nrn.nrn_init(static_cast<int>(argumentTexts.size()), arguments.data());
    }
    if (!layoutsFit(&why)) return text(env, why);
    nrn.nrn_stdout_redirect(guard::print);
    *nrn.nrn_mpiabort_on_error_ = 0;
    keepStandardStreams();
    keepLargeBlocks();
    engineStarted = true;
    crash::install();
    provider::install();
  }
  return undefined(env);
}

static napi_value sharedArray(napi_env env, napi_typedarray_type type, void** memory, size_t bytes, size_t count) {
  napi_value buffer = nullptr, array = nullptr;
  napi_create_arraybuffer(env, bytes, memory, &buffer);
  napi_create_typedarray(env, type, count, buffer, 0, &array);
  napi_ref keep = nullptr;
  napi_create_reference(env, array, 1, &keep);  // for as long as the environment lives
  return array;
}

// shared(): [kinds, numbers, deaths], the memory that arguments and results travel in
static napi_value Shared(napi_env env, napi_callback_info) {
  if (env != guard::env) return undefined(env);
  void *kinds = nullptr, *numbers = nullptr, *deaths = nullptr;
  napi_value list = nullptr;
  napi_create_array(env, &list);
  napi_set_element(env, list, 0, sharedArray(env, napi_int32_array, &kinds, transfer::capacity * 4, transfer::capacity));
  size_t count = size_t(transfer::capacity) * transfer::stride;
  napi_set_element(env, list, 1, sharedArray(env, napi_float64_array, &numbers, count * 8, count));
  napi_set_element(env, list, 2, sharedArray(env, napi_int32_array, &deaths, 4, 1));
  transfer::kinds = static_cast<int32_t*>(kinds);
  transfer::numbers = static_cast<double*>(numbers);
  handles::deaths = static_cast<int32_t*>(deaths);
  *handles::deaths = 0;
  return list;
}

static napi_value Version(napi_env env, napi_callback_info) { return text(env, library ? nrn.nrn_version(0) : ""); }

// ranks(): [how many, which one am I]
static napi_value Ranks(napi_env env, napi_callback_info) {
  napi_value list = nullptr;
  napi_create_array(env, &list);
  napi_set_element(env, list, 0, integer(env, *nrn.nrnmpi_numprocs));
  napi_set_element(env, list, 1, integer(env, *nrn.nrnmpi_myid));
  return list;
}

// endRanks(code): every rank leaves MPI in good order, or, after a failure, takes the others down with it
static napi_value EndRanks(napi_env env, napi_callback_info info) {
  Args args(env, info);
  if (!engineStarted || !*nrn.nrnmpi_use) return undefined(env);
  if (args.i(0) != 0 && *nrn.nrnmpi_numprocs > 1)
    nrn.nrnmpi_abort(args.i(0));
  else
    nrn.nrnmpi_terminate();
  return undefined(env);
}

static napi_value Threads(napi_env env, napi_callback_info) { return integer(env, *nrn.nrn_nthread); }

// setThreads(count, parallel)
static napi_value SetThreads(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    nrn.nrn_threads_create(args.i(0), args.b(1));
    return nullptr;
  });
}

// verify(): NEURON's tables of the model are made anew if it has changed, as before an initialisation
static napi_value Verify(napi_env env, napi_callback_info) {
  return guarded(env, []() -> napi_value {
    *nrn.v_structure_change = 1;  // a new artificial cell does not say so
    nrn.verify_structure();
    nrn.ensure_sorted();
    return nullptr;
  });
}

// threadTime(): the time of the first thread's state, which is what stands first in it
static napi_value ThreadTime(napi_env env, napi_callback_info) { return number(env, **nrn.nrn_threads); }

// hasNewArtificial(): an artificial cell was made since the last initialisation
static napi_value HasNewArtificial(napi_env env, napi_callback_info) { return boolean(env, hasNewArtificial); }

void endPatience() {
  itimerval clock{};
  if (getitimer(ITIMER_REAL, &clock) != 0 || clock.it_interval.tv_sec == 0) return;
  static auto* timeout = reinterpret_cast<void (*)(int)>(symbol("_Z11nrn_timeouti"));
  if (timeout) timeout(0);
}

// endPatience(): after a failure, and when the other ranks know of it
static napi_value EndPatience(napi_env env, napi_callback_info) {
  if (engineStarted) endPatience();
  return undefined(env);
}

// deferFailures(yes): from here on, what a callback throws is thrown at the end of the call that runs the model
static napi_value DeferFailures(napi_env env, napi_callback_info info) {
  guard::deferring = Args(env, info).b(0);
  return undefined(env);
}

// cvodeActive(): does CVode choose the time steps?
static napi_value CvodeActive(napi_env env, napi_callback_info) { return boolean(env, *nrn.cvode_active_ != 0); }

// structureChanged(): NEURON has not set the model up since its structure changed
static napi_value StructureChanged(napi_env env, napi_callback_info) { return boolean(env, structureChanged()); }

// inRun(): is this a callback of a running simulation?
static napi_value InRun(napi_env env, napi_callback_info) { return boolean(env, guard::runCallbacks > 0); }
static napi_value Depth(napi_env env, napi_callback_info) { return integer(env, guard::depth); }

}  // namespace engine

void registerEngine(napi_env env, napi_value exports) {
  exportFunction(env, exports, "start", engine::Start);
  exportFunction(env, exports, "silence", engine::SetSilence);
  exportFunction(env, exports, "shared", engine::Shared);
  exportFunction(env, exports, "version", engine::Version);
  exportFunction(env, exports, "ranks", engine::Ranks);
  exportFunction(env, exports, "endRanks", engine::EndRanks);
  exportFunction(env, exports, "threads", engine::Threads);
  exportFunction(env, exports, "setThreads", engine::SetThreads);
  exportFunction(env, exports, "verify", engine::Verify);
  exportFunction(env, exports, "threadTime", engine::ThreadTime);
  exportFunction(env, exports, "hasNewArtificial", engine::HasNewArtificial);
  exportFunction(env, exports, "endPatience", engine::EndPatience);
  exportFunction(env, exports, "deferFailures", engine::DeferFailures);
  exportFunction(env, exports, "cvodeActive", engine::CvodeActive);
  exportFunction(env, exports, "structureChanged", engine::StructureChanged);
  exportFunction(env, exports, "inRun", engine::InRun);
  exportFunction(env, exports, "depth", engine::Depth);
}
