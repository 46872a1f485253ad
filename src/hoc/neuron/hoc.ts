// `h`: NEURON's interpreter. All that is declared here is there as soon as stdrun.hoc is loaded; classes of users' own are merged in.

import type { HocObject } from "../object.js";
import type { Ref } from "../pointer.js";
import type * as artificial from "./artificial.js";
import type * as channels from "./channels.js";
import type { CVodeConstructor } from "./cvode.js";
import type * as files from "./files.js";
import type { GeometryFunctions, SectionConstructor, TopologyFunctions } from "./geometry.js";
import type { GlyphConstructor, GraphConstructor } from "./graph.js";
import type * as import3d from "./import3d.js";
import type { InterpreterFunctions, SystemFunctions, TextFunctions } from "./interpreter.js";
import type { IonFunctions, MechanismFunctions } from "./ions.js";
import type { ListConstructor, SectionListConstructor, SectionRefConstructor } from "./lists.js";
import type { Constants, MathFunctions, NumericalFunctions } from "./mathematics.js";
import type { LinearMechanismConstructor, MatrixConstructor } from "./matrix.js";
import type { DensityMechanism } from "./mechanisms.js";
import type { NetConConstructor } from "./network.js";
import type { OldGraphFunctions, PanelFunctions, StandardPanels } from "./panels.js";
import type { ParallelContextConstructor } from "./parallel.js";
import type * as processes from "./processes.js";
import type { NMODLRandomConstructor, RandomConstructor } from "./random.js";
import type { RangeVarPlotConstructor } from "./rangeplot.js";
import type { PointerObjectConstructor, PtrVectorConstructor } from "./references.js";
import type { MechanismStandardConstructor, MechanismTypeConstructor } from "./registry.js";
import type { PlotShapeConstructor, PPShapeConstructor, ShapeConstructor } from "./shapes.js";
import type { ObsoleteStimuli, SimulationControl, StandardRun } from "./simulation.js";
import type * as state from "./state.js";
import type { VectorConstructor } from "./vector.js";
import type * as windows from "./windows.js";

/**
 * What a function has in JavaScript and `h` has not: `unknown`, so that a HOC variable of the name can be merged in.
 */
export interface NotAFunction {
  readonly apply: unknown;
  readonly arguments: unknown;
  readonly bind: unknown;
  readonly call: unknown;
  readonly caller: unknown;
  readonly length: unknown;
  readonly name: unknown;
  readonly prototype: unknown;
}

/**
 * The classes that are built into NEURON.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/index.html
 */
export interface Classes {
  readonly Section: SectionConstructor;
  readonly SectionList: SectionListConstructor;
  readonly SectionRef: SectionRefConstructor;
  readonly List: ListConstructor;
  readonly Vector: VectorConstructor;
  readonly Matrix: MatrixConstructor;
  readonly LinearMechanism: LinearMechanismConstructor;
  readonly PtrVector: PtrVectorConstructor;
  readonly Pointer: PointerObjectConstructor;
  readonly Random: RandomConstructor;
  readonly NMODLRandom: NMODLRandomConstructor;
  readonly File: files.FileConstructor;
  readonly StringFunctions: files.StringFunctionsConstructor;
  readonly String: files.HocStringConstructor;
  readonly Timer: files.TimerConstructor;
  readonly GUIMath: files.GUIMathConstructor;
  readonly PythonObject: files.PythonObjectConstructor;
  readonly NetCon: NetConConstructor;
  readonly ParallelContext: ParallelContextConstructor;
  readonly CVode: CVodeConstructor;
  readonly FInitializeHandler: state.FInitializeHandlerConstructor;
  readonly StateTransitionEvent: state.StateTransitionEventConstructor;
  readonly SaveState: state.SaveStateConstructor;
  readonly BBSaveState: state.BBSaveStateConstructor;
  readonly Impedance: state.ImpedanceConstructor;
  readonly MechanismType: MechanismTypeConstructor;
  readonly MechanismStandard: MechanismStandardConstructor;
  readonly KSChan: channels.KSChanConstructor;
  readonly KSGate: channels.KSGateConstructor;
  readonly KSState: channels.KSStateConstructor;
  readonly KSTrans: channels.KSTransConstructor;
  readonly Graph: GraphConstructor;
  readonly Glyph: GlyphConstructor;
  readonly RangeVarPlot: RangeVarPlotConstructor;
  readonly Shape: ShapeConstructor;
  readonly PlotShape: PlotShapeConstructor;
  readonly PPShape: PPShapeConstructor;
  readonly HBox: windows.HBoxConstructor;
  readonly VBox: windows.VBoxConstructor;
  readonly Deck: windows.DeckConstructor;
  readonly TextEditor: windows.TextEditorConstructor;
  readonly ValueFieldEditor: windows.ValueFieldEditorConstructor;
  readonly SymChooser: windows.SymChooserConstructor;
  readonly SectionBrowser: windows.SectionBrowserConstructor;
  readonly PWManager: windows.PWManagerConstructor;
}

/**
 * The mechanisms that are built into NEURON: point processes and artificial cells as classes, density mechanisms as
 * objects.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface BuiltInMechanisms {
  readonly IClamp: processes.PointProcessClass<processes.IClamp>;
  readonly SEClamp: processes.PointProcessClass<processes.SEClamp>;
  readonly VClamp: processes.PointProcessClass<processes.VClamp>;
  readonly OClamp: processes.PointProcessClass<processes.OClamp>;
  readonly AlphaSynapse: processes.PointProcessClass<processes.AlphaSynapse>;
  readonly ExpSyn: processes.PointProcessClass<processes.ExpSyn>;
  readonly Exp2Syn: processes.PointProcessClass<processes.Exp2Syn>;
  readonly APCount: processes.PointProcessClass<processes.APCount>;
  readonly PointProcessMark: processes.PointProcessClass<processes.PointProcessMark>;
  readonly NetStim: artificial.ArtificialCellClass<artificial.NetStim>;
  readonly IntFire1: artificial.ArtificialCellClass<artificial.IntFire1>;
  readonly IntFire2: artificial.ArtificialCellClass<artificial.IntFire2>;
  readonly IntFire4: artificial.ArtificialCellClass<artificial.IntFire4>;
  readonly PatternStim: artificial.ArtificialCellClass<artificial.PatternStim>;
  /** Hodgkin and Huxley's channels. */
  readonly hh: DensityMechanism;
  /** A passive current. */
  readonly pas: DensityMechanism;
  /** A passive current, computed faster. */
  readonly fastpas: DensityMechanism;
  /** Extracellular layers. */
  readonly extracellular: DensityMechanism;
  /** Sodium. */
  readonly na_ion: DensityMechanism;
  /** Potassium. */
  readonly k_ion: DensityMechanism;
  /** Calcium, once a mechanism that uses it is loaded. */
  readonly ca_ion: DensityMechanism;
}

/**
 * The classes of `import3d.hoc`, once it is loaded.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export interface Import3dClasses {
  readonly Import3d_SWC_read: import3d.Import3d_SWC_readConstructor;
  readonly Import3d_Neurolucida3: import3d.Import3d_Neurolucida3Constructor;
  readonly Import3d_Neurolucida_read: import3d.Import3d_Neurolucida_readConstructor;
  readonly Import3d_Eutectic_read: import3d.Import3d_Eutectic_readConstructor;
  readonly Import3d_MorphML: import3d.Import3d_MorphMLConstructor;
  readonly Import3d_GUI: import3d.Import3d_GUIConstructor;
  readonly Import3d_Section: import3d.Import3d_SectionConstructor;
  readonly Import3d_Spine: import3d.Import3d_SpineConstructor;
  readonly Import3d_LexToken: import3d.Import3d_LexTokenConstructor;
}

/**
 * NEURON's interpreter: what Python has as `from neuron import h`. An interface, so that templates, HOC variables and
 * mechanisms can be
 * merged in: `declare module "nrn-patch" { interface Hoc { Pair: ClassOf<Pair> } }`.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/hoc-from-python.html
 */
export interface Hoc
  extends NotAFunction,
    Classes,
    BuiltInMechanisms,
    Import3dClasses,
    Constants,
    MathFunctions,
    NumericalFunctions,
    SimulationControl,
    StandardRun,
    ObsoleteStimuli,
    TopologyFunctions,
    GeometryFunctions,
    IonFunctions,
    MechanismFunctions,
    InterpreterFunctions,
    TextFunctions,
    SystemFunctions,
    PanelFunctions,
    StandardPanels,
    OldGraphFunctions {
  /** Runs HOC text; throws `HocError` when something is wrong with it. */
  (code: string): true;
  /** A reference, for what NEURON writes: `ref[0]` is the value. */
  ref(value: number): Ref<number>;
  ref(value: string): Ref<string>;
  ref(value: null): Ref<HocObject | null>;
  ref<T extends object>(value: T): Ref<T>;
  /** Takes what NEURON prints, in place of the process's standard output. Gives the function that ends it. */
  onPrint(listener: (text: string, stream: "stdout" | "stderr") => void): () => void;
}
