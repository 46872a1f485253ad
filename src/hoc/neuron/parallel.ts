// NEURON's ParallelContext: many processes, threads, gids, spike exchange, gap junctions, CoreNEURON's files.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Segment } from "../segment.js";
import type { ClassOf, NumberOut, SectionOption, SpikeTarget, StringOut } from "./base.js";
import type { SectionList } from "./lists.js";
import type { NetCon } from "./network.js";
import type { Vector } from "./vector.js";

/** What a task or message may consist of; functions travel by value, so they cannot use what stands around them. */
export type Message = number | string | Vector | object;

/** Where `unpack`, `take` and `look` put what they receive. */
export type MessageOut = NumberOut | StringOut | Vector;

/**
 * Work on many processes and threads. Ranks go from 0 to `nhost() - 1`. Methods without a meaningful result return 0.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/network/parcon.html
 */
export declare class ParallelContext extends HocObject {
  /** Number of processes. */
  nhost(): number;
  /** Rank of this process. */
  id(): number;
  /** Number of processes of all subworlds together. */
  nhost_world(): number;
  /** Rank of this process among all subworlds. */
  id_world(): number;
  /** Number of subworlds, or -1 if this process is not the first of one. */
  nhost_bbs(): number;
  /** Number of this subworld, or -1 if this process is not the first of it. */
  id_bbs(): number;
  /** Divides the processes into worlds of that size. */
  subworlds(size: number): number;
  /** Waits until every process is here. Time waited, s. */
  barrier(): number;
  /** Seconds without progress after which a run is given up (default 20; 0 never). The former value. */
  timeout(seconds?: number): number;
  /** Whether an error on one process ends all (default 1); with an argument, sets it. The former value. */
  mpiabort_on_error(on?: boolean | number): number;

  /** Sum (1), largest (2) or smallest (3) of all processes' numbers, or elementwise of their Vectors, in place. */
  allreduce(value: number | Vector, operation: 1 | 2 | 3 | number): number;
  /** Puts each process's number into the Vector, by rank. */
  allgather(value: number, destination: Vector): number;
  /** Sends each process its piece of the source; counts say how many elements each gets. */
  alltoall(source: Vector, counts: Vector, destination: Vector): number;
  /** Sends the root's Vector or text to all. Its size. */
  broadcast(value: Vector | StringOut, root: number): number;
  /** Sends each process its item and gives what came from each; size: -1 reports the bytes sent. */
  py_alltoall<T>(items: readonly T[], size?: number): T[];
  /** Gives every process's item, by rank. */
  py_allgather<T>(item: T): T[];
  /** Gives every process's item on the root, null elsewhere. */
  py_gather<T>(item: T, root?: number): T[] | null;
  /** Sends each process its item of the root's list. */
  py_scatter<T>(items: readonly T[] | null, root?: number): T;
  /** Sends the root's item to all. */
  py_broadcast<T>(item: T | null, root?: number): T;

  /** Starts workers: on all ranks but 0 it does not return until `done` was called on 0. */
  runworker(): number;
  /** Ends the workers. */
  done(): number;
  /**
   * Gives a task to whichever process is free: a function, HOC text, or an object and the name of its function. A
   * first number is the task's own id. Its id.
   */
  submit(...task: (Message | ((...args: never[]) => unknown))[]): number;
  /** Waits for the next task that is finished. Its id, or 0 when there are no more. */
  working(): number;
  /** The number that the finished task returned. */
  retval(): number;
  /** What the finished task's function returned. */
  pyret(): unknown;
  /** The id that the submitter gave to the finished task. */
  userid(): number;
  /** Lets every worker run this; not rank 0. */
  context(...task: (Message | ((...args: never[]) => unknown))[]): number;
  /** Whether rank 0 takes part in the tasks (default 1). */
  master_works_on_jobs(on: boolean | number): number;
  /** Puts values into the message. */
  pack(...values: Message[]): number;
  /** Posts the message, or these values, under a key. */
  post(key: string | number, ...values: Message[]): number;
  /** Waits for a message of the key, takes it, and unpacks it. */
  take(key: string | number, ...destinations: MessageOut[]): number;
  /** Whether a message of the key is there; unpacks it without taking it. */
  look(key: string | number, ...destinations: MessageOut[]): boolean;
  /** Whether a message of the key is there; takes and unpacks it. */
  look_take(key: string | number, ...destinations: MessageOut[]): boolean;
  /** Unpacks values in the order in which they were packed. */
  unpack(...destinations: MessageOut[]): number;
  /** Unpacks a number. */
  upkscalar(): number;
  /** Unpacks a text. */
  upkstr(destination: StringOut): string;
  /** Unpacks a Vector. */
  upkvec(destination?: Vector): Vector;
  /** Unpacks an object. */
  upkpyobj(): unknown;

  /** Says that the gid lives on that rank (for the rank itself). */
  set_gid2node(gid: number, rank: number): number;
  /** 0: not here; 1: here; 2: here, with a cell; 3: and its spikes go to other processes. */
  gid_exists(gid: number): number;
  /** Ties the gid to the source of the NetCon; output 0: its spikes stay on this process. */
  cell(gid: number, detector: NetCon, output?: boolean | number): number;
  /** Lets the spikes of the gid go to other processes. */
  outputcell(gid: number): number;
  /** A new NetCon from wherever the gid is to the target here; or the given one, used anew. */
  gid_connect(gid: number, target: SpikeTarget, netcon?: NetCon): NetCon;
  /** The cell of the gid, or its artificial cell or point process, if it is here; else null. */
  gid2obj(gid: number): HocObject | null;
  /** The cell of the gid, if it is here; else null. */
  gid2cell(gid: number): HocObject | null;
  /** Threshold of the gid's detector, mV; with a second argument, sets it. */
  threshold(gid: number, threshold?: number): number;
  /** Forgets: 0 everything (default), 1 gids, 2 split cells, 3 gap junctions, 4 everything, the detectors too. */
  gid_clear(kind?: 0 | 1 | 2 | 3 | 4 | number): number;
  /**
   * Records spike times (ms) and gids: of one gid, of those in a Vector, or of all with output on this process (-1).
   */
  spike_record(gids: number | Vector, times: Vector, gidVector: Vector): number;

  /** Largest step that the NetCons' delays allow, at most this, ms; sets it. The smallest delay between processes. */
  set_maxstep(limit: number): number;
  /** Runs all processes to the time, ms. */
  psolve(tstop: number): number;
  /**
   * Compresses the spike exchange: so many spikes fit into the first message (0 off, -1 asks only); gids as bytes;
   * method of exchange.
   */
  spike_compress(spikes?: number, compressGids?: boolean | number, method?: number): number;
  /** Writes the numbers of spikes sent, received and used here. The largest number of spikes in a step. */
  spike_statistics(sent?: NumberOut, received?: NumberOut, used?: NumberOut): number;
  /**
   * Counts, at each exchange, how often the largest number of spikes that a process sent was the index; without a
   * Vector, stops.
   */
  max_histogram(counts?: Vector): number;

  /** Makes the voltage of a place, or another variable of the section, available to all processes under the number. */
  source_var(variable: Pointer, sourceIndex: number, options?: SectionOption): number;
  /** Lets the variable follow the one with that number. */
  target_var(variable: Pointer, sourceIndex: number): number;
  target_var(pointProcess: HocObject, variable: Pointer, sourceIndex: number): number;
  /** Sets up what `source_var` and `target_var` said, on all processes. */
  setup_transfer(): number;
  /** Joins a subtree here to the one on the other rank, both at the root. */
  splitcell_connect(otherRank: number, options?: SectionOption): number;
  /**
   * Marks a place where cells are split: all places with the same sid belong together. Without arguments, sets up the
   * exchange.
   */
  multisplit(): number;
  multisplit(segment: Segment, sid: number, backboneStyle?: 0 | 1 | 2 | number): number;
  multisplit(x: number, sid: number, backboneStyle?: 0 | 1 | 2 | number, options?: SectionOption): number;

  /** Seconds since some moment in the past. */
  time(): number;
  /** Seconds that this process waited for tasks or messages. */
  wait_time(): number;
  /** Seconds spent in the steps of `psolve`. */
  step_time(): number;
  /** Seconds spent waiting for other processes' spikes; 0 resets, -1 turns it off. */
  step_wait(mode?: number): number;
  /** Seconds spent sending spikes; other arguments ask for details of the exchange. */
  send_time(kind?: number): number;
  /** Always 0. */
  event_time(): number;
  /** Seconds spent integrating. */
  integ_time(): number;
  /** Seconds spent in transfers: 0 gap junctions, 1 split cells, 2 reduced trees. */
  vtransfer_time(kind?: 0 | 1 | 2 | number): number;
  /** Sets the clocks of mechanisms to 0, or gives the seconds that one mechanism took. */
  mech_time(mechanism?: number): number;

  /** Number of threads; with an argument, sets it. Parallel 0: they take turns. */
  nthread(n?: number, parallel?: boolean | number): number;
  /** Number of threads that work besides the main one. */
  nworker(): number;
  /** Number of threads that the machine runs at once. */
  thread_how_many_proc(): number;
  /** Puts the cells whose roots are in the list into the thread; without arguments, undoes all that. */
  partition(thread?: number, roots?: SectionList): number;
  /** The roots of the cells of a thread. */
  get_partition(thread: number): SectionList;
  /** Prints figures about threads, in developers' builds. */
  thread_stat(): number;
  /** Whether threads wait busily (1) or asleep. The former value. */
  thread_busywait(on: boolean | number): number;
  /** Seconds of computing of a thread; without an argument, sets all to 0. */
  thread_ctime(thread?: number): number;
  /** Whether the section is in the thread. */
  sec_in_thread(thread: number, options?: SectionOption): boolean;
  /** Order of the nodes in memory: 0 none, 1, 2 as CoreNEURON's `cell_permute`; with an argument, sets it. */
  optimize_node_order(order?: 0 | 1 | 2 | number): number;
  /** Time of a thread, ms. */
  t(thread: number): number;
  /** Time step of a thread, ms. */
  dt(thread: number): number;

  /** Writes the state of a gid's cell as text to `<gid>_<suffix>.nrndat`. */
  prcellstate(gid: number, suffix: string): number;
  /** Prints how much memory the model takes. */
  print_memory_stats(): number;
  /** Writes the model for CoreNEURON to the folder; append 1: adds to what is there. */
  nrncore_write(path?: string, append?: boolean | number): number;
  /** Writes the model for CoreNEURON to the folder; the Vector gets this process's groups. */
  nrnbbcore_write(path?: string, groups?: Vector): number;
  /** Runs CoreNEURON on the model in memory, with those command-line arguments. */
  nrncore_run(args: string, keepTrajectories?: boolean | number): number;
  /**
   * Says which segments of a gid belong to which section list, for CoreNEURON's reports; with factors for field
   * potentials, so many electrodes each.
   */
  nrnbbcore_register_mapping(
    gid: number,
    name: string,
    sections: Vector,
    segments: Vector,
    factors?: Vector,
    electrodes?: number,
  ): number;
}

/** `h.ParallelContext(n)`. */
export type ParallelContextConstructor = ClassOf<ParallelContext, [n?: number]>;
