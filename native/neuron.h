// What the addon knows of NEURON's insides: the few struct layouts and function types that the C API lacks.
// Nothing here is compiled against NEURON's headers; engine.cc checks it against the library that is loaded.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <typeinfo>
#include <unordered_map>
#include <vector>

struct Arrayinfo;
struct cTemplate;
struct HocSymExtension;
struct IvocVect;
struct NetCon;
struct NPySecObj;
struct Node;
struct Object;
struct Proc;
struct Prop;
struct Section;
struct Symbol;

union Inst {
  void (*pf)();
  Inst* in;
  Symbol* sym;
  void* ptr;
  int i;
};

// A function's compiled code; no more of it is looked at.
struct Proc {
  Inst defn;
};

struct Arrayinfo {
  unsigned* a_varn;
  int nsub;
  int refcount;
  int sub[1];
};

struct Symlist {
  Symbol* first;
  Symbol* last;
};

struct Symbol {
  char* name;
  short type;
  short subtype;
  short cpublic;
  short defined_on_the_fly;
  union {
    int oboff;
    double* pval;
    int* pvalint;
    Object* object_;
    struct {
      short type;
      int index;
    } rng;
    Symbol** ppsym;
    cTemplate* ctemplate;
    Symbol* sym;
    Proc* u_proc;
  } u;
  unsigned s_varn;
  Arrayinfo* arayinfo;
  HocSymExtension* extra;
  Symbol* next;
};

struct hoc_Item {
  union {
    Section* sec;
    Object* obj;
    void* vd;
  } element;
  hoc_Item* next;
  hoc_Item* prev;
  short itemtype;
};

struct cTemplate {
  Symbol* sym;
  Symlist* symtable;
  int dataspace_size;
  int is_point_;
  Symbol* init;
  Symbol* unref;
  int index;
  int count;
  hoc_Item* olist;
  int id;
  void* observers;
  void* (*constructor)(Object*);
  void (*destructor)(void*);
  void (*steer)(void*);
};

union Objectdata {
  double* pval;
  char** ppstr;
  Object** pobj;
  hoc_Item** psecitm;
  Arrayinfo* arayinfo;
  void* _pvoid;
};

struct Object {
  int refcount;
  int index;
  union {
    Objectdata* dataspace;
    void* this_pointer;
  } u;
  cTemplate* ctemplate;
  void* aliases;
  hoc_Item* itm_me;
  hoc_Item* secelm_;
  void* observers;
  short recurse;
  short unref_recurse_cnt;
};

// neuron::container::data_handle<double>: a row's shared identifier, the column, and the place in an array.
struct DataHandle {
  std::shared_ptr<std::size_t> row;
  void* container = nullptr;
  int array_dim = 1;
  int array_index = 0;

  double* get() const {
    if (!row) return static_cast<double*>(container);
    if (*row == static_cast<std::size_t>(-1)) return nullptr;
    double* base = *static_cast<double* const*>(container);
    return base ? base + static_cast<std::size_t>(array_dim) * *row + array_index : nullptr;
  }
};

// neuron::container::generic_data_handle: the same with a type, or a literal kept in `container`.
struct Datum {
  std::shared_ptr<std::size_t> row;
  void* container = nullptr;
  const std::type_info* type = nullptr;
  int array_dim = 1;
  int array_index = 0;

  Datum() = default;
  explicit Datum(const DataHandle& h)
      : row(h.row), container(h.container), type(&typeid(double*)), array_dim(h.array_dim), array_index(h.array_index) {}
  bool holdsDouble() const { return type && *type == typeid(double*); }
  DataHandle handle() const {
    if (!holdsDouble()) return {};
    return {row, container, array_dim, array_index};
  }
  DataHandle take() && {
    if (!holdsDouble()) return {};
    return {std::move(row), container, array_dim, array_index};
  }
  // The same place without a handle: counting its references takes as long as all the rest of reading a number.
  double* get() const {
    if (!holdsDouble()) return nullptr;
    if (!row) return static_cast<double*>(container);
    if (*row == static_cast<std::size_t>(-1)) return nullptr;
    double* base = *static_cast<double* const*>(container);
    return base ? base + static_cast<std::size_t>(array_dim) * *row + array_index : nullptr;
  }
  void* literal() const { return container; }
};

struct Pt3d {
  float x, y, z, d;
  double arc;
};

struct Section {
  int refcount;
  short nnode;
  Section* parentsec;
  Section* child;
  Section* sibling;
  Node* parentnode;
  Node** pnode;
  int order;
  short recalc_area_;
  short volatile_mark;
  void* volatile_ptr;
  short npt3d;
  short pt3d_bsize;
  Pt3d* pt3d;
  Pt3d* logical_connection;
  Prop* prop;
};

struct Node {
  std::shared_ptr<std::size_t> row;
  void* data;
  double rinv;
  void* matrix[3];
  int eqn_index;
  Prop* prop;
  Section* child;
  Section* sec;
  Node* classical_parent;
  void* thread;
  void* extnode;
  int v_node_index;
  int sec_node_index;
};

struct Prop {
  Node* node;
  Prop* next;
  short _type;
  int dparam_size;
  Datum* dparam;
  long _alloc_seq;
  Object* ob;
  const std::size_t* row;  // of the mechanism's data; compared and never followed
};

struct Point_process {
  Section* sec;
  Node* node;
  Prop* prop;
  Object* ob;
  void* presyn_;
  void* nvi_;
  void* _vnt;
};

// Only the two members that are read; the stride is checked at load (see engine.cc).
struct Memb_func {
  void* before[5];
  Symbol* sym;
  void* ode[6];
  int vectorized;
  int thread_size_;
  void* thread[3];
  int is_point;
  void* hoc_mech;
  void* setdata_;
  void* dparam_semantics;
  void* parm_default;
  void* initialize;
};

struct MechanismFunction {
  const char* name;
  double (*func)(Prop*);
};
using MechanismFunctions = std::unordered_map<std::string, MechanismFunction*>;
using MechanismFunctionTable = std::unordered_map<int, MechanismFunctions>;

// neuron::opaque_model_sorted_token: for as long as it lives, the model's data are in order and frozen.
struct SortedToken {
  void* token = nullptr;
  SortedToken() = default;
  SortedToken(const SortedToken&) = delete;
  ~SortedToken();
};

// NEURON's table of hooks for its host language (29 pointers), which Python fills and, here, we do.
struct HostMethods {
  Object* (*callable_with_args)(Object*, int);
  double (*call_func)(Object*, int, int*);
  void* call_picklef;
  void (*call_python_with_section)(Object*, Section*);
  void (*cmdtool)(Object*, int, double, double, int);
  int (*guigetstr)(Object*, char**);
  double (*guigetval)(Object*);
  Object** (*gui_helper)(const char*, Object*);
  Object** (*gui_helper3)(const char*, Object*, int);
  char** (*gui_helper3_str)(const char*, Object*, int);
  void (*guisetval)(Object*, double);
  int (*hoccommand_exec)(Object*);
  int (*hoccommand_exec_strret)(Object*, char*, int);
  void (*hoc_nrnpython)();
  void* ho2po;
  void (*hpoasgn)(Object*, int);
  void* interpreter_set_path;
  void* interpreter_start;
  Object* (*mpi_alltoall_type)(int, int);
  double (*object_to_double)(Object*);
  void* (*opaque_obj2pyobj)(Object*);
  void* pickle2po;
  void* po2ho;
  void* po2pickle;
  double (*praxis_efun)(Object*, Object*);
  int (*pysame)(Object*, Object*);
  void (*py2n_component)(Object*, Symbol*, int, int);
  void* restore_thread;
  void* save_thread;
};

static_assert(sizeof(Symbol) == 56 && sizeof(Object) == 64 && sizeof(Section) == 96, "NEURON 9.0 layouts");
static_assert(sizeof(DataHandle) == 32 && sizeof(Datum) == 40 && sizeof(Point_process) == 56, "NEURON 9.0 layouts");
static_assert(sizeof(Node) == 120 && offsetof(Node, prop) == 64, "NEURON 9.0 layouts");
static_assert(sizeof(HostMethods) == 232 && sizeof(Memb_func) == 176, "NEURON 9.0 layouts");

// Kinds of symbols (bison's token numbers in NEURON 9.0) and sub-kinds, checked at load against known names.
enum SymbolType : int {
  T_NUMBER = 259, T_STRING = 260, T_VAR = 263, T_BLTIN = 264, T_UNDEF = 265, T_FUNCTION = 270, T_PROCEDURE = 271,
  T_FUN_BLTIN = 280, T_HOCOBJFUNCTION = 284, T_ITERATOR = 292, T_STRINGFUNC = 295, T_OBJECTFUNC = 296,
  T_SECTION = 307, T_RANGEVAR = 310, T_MECHANISM = 311, T_SETPOINTER = 318, T_SECTIONREF = 319, T_RANGEOBJ = 320,
  T_OBJECTVAR = 324, T_TEMPLATE = 325, T_OBFUNCTION = 329, T_STRFUNCTION = 330,
  T_OBJECTALIAS = 1, T_VARALIAS = 2,
  STACK_OBJECTTMP = 8,
};
enum SymbolSubtype : int { S_NOTUSER = 0, S_USERINT = 1, S_USERDOUBLE = 2, S_USERPROPERTY = 3, S_USERFLOAT = 4 };
enum MechanismIndex : int { M_IMEMFAST = -2, M_VINDEX = -1, M_CABLESECTION = 1, M_MORPHOLOGY = 2, M_CAP = 3, M_EXTRACELL = 5 };
constexpr int CPLUSOBJECT = 16;
constexpr int PROP_HOST_INDEX = 10;  // dparam slot of a section that its host language owns

// The class through which NEURON tells of the end of an object; the order of the virtual functions is NEURON's.
struct Observer {
  virtual ~Observer() = default;
  virtual void update(void*) {}
  virtual void disconnect(void*) {}
};
