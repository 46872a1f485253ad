"""The models of examples/ in NEURON's Python: PYTHON test/docs/examples.py > test/docs/examples.json

Each model runs in a process of its own and prints the lines that its twin in examples/ must print too.
"""

import json
import subprocess
import sys
import tempfile


def numbers(vector, digits=3, between=", "):
    return between.join(f"{t:.{digits}f}" for t in vector)


def one_cell(h):
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.insert("hh")
    dendrites = [h.Section(name=name) for name in ("left", "right")]
    for dendrite in dendrites:
        dendrite.L, dendrite.diam, dendrite.nseg = 200, 2, 5
        dendrite.insert("pas")
        dendrite.e_pas = -65
        dendrite.connect(soma(1))
    left = dendrites[0]
    synapse = h.ExpSyn(left(0.5))
    synapse.tau = 2
    stimulator = h.NetStim()
    stimulator.start, stimulator.interval, stimulator.number, stimulator.noise = 5, 10, 10, 0
    connection = h.NetCon(stimulator, synapse)
    connection.delay, connection.weight[0] = 1, 0.03
    at_soma = h.Vector().record(soma(0.5)._ref_v)
    at_synapse = h.Vector().record(left(0.5)._ref_v)
    spikes = h.Vector()
    detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    detector.threshold = 0
    detector.record(spikes)
    h.finitialize(-65)
    h.continuerun(110)
    return [
        f"at the synapse: {at_synapse.min():.3f} to {at_synapse.max():.3f} mV",
        f"at the soma:    {at_soma.min():.3f} to {at_soma.max():.3f} mV",
        f"{len(spikes)} spikes: {numbers(spikes)} ms",
    ]


def ring_cells(h, count):
    cells = []
    for i in range(count):
        soma = h.Section(name=f"soma{i}")
        soma.L = soma.diam = 12.6157
        soma.insert("hh")
        synapse = h.ExpSyn(soma(0.5))
        synapse.tau = 2
        spikes = h.Vector()
        detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
        detector.record(spikes)
        cells.append((soma, synapse, spikes, detector))
    connections = []
    for i, (soma, *_) in enumerate(cells):
        connections.append(h.NetCon(soma(0.5)._ref_v, cells[(i + 1) % count][1], sec=soma))
        connections[-1].delay, connections[-1].weight[0] = 5, 0.01
    start = h.NetStim()
    start.number, start.start = 1, 9
    connections.append(h.NetCon(start, cells[0][1]))
    connections[-1].delay, connections[-1].weight[0] = 1, 0.01
    return cells, connections, start


def ring(h):
    cells, *kept = ring_cells(h, 5)
    h.finitialize(-65)
    h.continuerun(100)
    lines = [f"Cell[{i}]: {numbers(spikes, between=' ')}" for i, (_, _, spikes, _) in enumerate(cells)]
    return [*lines, f"{sum(len(spikes) for _, _, spikes, _ in cells)} spikes of 5 cells in {h.t:.0f} ms"]


def mpi_ring(h):
    cells, *kept = ring_cells(h, 16)
    h.finitialize(-65)
    h.continuerun(200)
    times = sorted(t for _, _, spikes, _ in cells for t in spikes)
    mean = sum(times) / len(times)
    return [f"{len(times)} spikes of 16 cells, the last at {times[-1]:.3f} ms, on average at {mean:.3f} ms"]


def hoc_template(h):
    example = open("examples/hoc-template.mjs").read()
    h(example.split("h(`")[1].split("`)")[0])
    cell = h.BallAndStick(50)
    cell.inject(2)
    v = h.Vector().record(cell.soma(0.5)._ref_v)
    far = h.Vector().record(cell.dend(1)._ref_v)
    h.finitialize(-65)
    h.continuerun(10)
    return [f"peaks: {v.max():.4f} mV in the soma, {far.max():.4f} mV at the dendrite's end"]


def protocol(h):
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur = 0, 1e9
    cvode = h.CVode()
    steps = []

    def step(amplitude):
        clamp.amp = amplitude
        steps.append((amplitude, h.t, []))

    def off():
        clamp.amp = 0

    def begin():
        steps.clear()
        off()
        for i in range(4):
            cvode.event(20 + 50 * i, (step, 0.05 * (i + 1)))
            cvode.event(40 + 50 * i, off)

    def spike():
        if steps:
            steps[-1][2].append(h.t)
        off()

    handler = h.FInitializeHandler(begin)
    detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    detector.threshold = 0
    detector.record(spike)
    lines = []
    for celsius in (6.3, 16.3):
        h.celsius = celsius
        h.finitialize(-65)
        h.continuerun(220)
        lines.append(f"{celsius} °C")
        for amplitude, start, spikes in steps:
            after = ", ".join(f"spike after {t - start:.3f} ms" for t in spikes) or "none"
            lines.append(f"{amplitude:.2f} nA from {start:.0f} ms: {after}")
    return lines


def swc(h):
    h.load_file("import3d.hoc")
    example = open("examples/swc.mjs").read()

    class Cell:
        def __str__(self):
            return "Cell"

    with tempfile.NamedTemporaryFile("w", suffix=".swc") as file:
        file.write(example.split("const small = `")[1].split("`")[0].lstrip())
        file.flush()
        reader = h.Import3d_SWC_read()
        reader.input(file.name)
        cell = Cell()
        h.Import3d_GUI(reader, False).instantiate(cell)
    length = sum(section.L for section in cell.all)
    area = 0
    for section in cell.all:
        for segment in section:
            area += segment.area()
    return [f"{len(cell.all)} sections, {length:.3f} µm long, {area:.3f} µm² of membrane"]


def cvode(h):
    axon = h.Section(name="axon")
    axon.L, axon.diam, axon.nseg = 1000, 1, 51
    axon.insert("hh")
    clamp = h.IClamp(axon(0))
    clamp.delay, clamp.dur, clamp.amp = 1, 1, 0.3
    time = h.Vector().record(h._ref_t)
    detectors = [h.NetCon(axon(x)._ref_v, None, sec=axon) for x in (0.1, 0.9)]
    arrivals = [h.Vector() for _ in detectors]
    for detector, times in zip(detectors, arrivals):
        detector.threshold = 0
        detector.record(times)
    lines = []

    def run(name):
        h.finitialize(-65)
        h.continuerun(50)
        near, far = (times[0] for times in arrivals)
        speed = (0.8 * axon.L * 1e-6) / ((far - near) * 1e-3)
        lines.append(f"{name:22} {len(time) - 1:6} steps  at 0.9: {far:.4f} ms  {speed:.4f} m/s")

    for dt in (0.025, 0.005, 0.001):
        h.dt, h.steps_per_ms = dt, 1 / dt
        run(f"fixed, dt {dt} ms")
    solver = h.CVode()
    solver.active(True)
    for tolerance, text in ((1e-3, "0.001"), (1e-5, "0.00001")):
        solver.atol(tolerance)
        run(f"CVode, atol {text}")
    return lines


def patch_cell(h):
    def section(name, points, diameters, parent=None, **values):
        made = h.Section(name=name)
        for point, diameter in zip(points, diameters):
            made.pt3dadd(*point, diameter)
        for key, value in values.items():
            setattr(made, key, value)
        made.insert("pas" if parent else "hh")
        if parent:
            made.e_pas = -65
            made.connect(parent(1), 0)
        return made

    soma = section("soma", [(-10, 0, 0), (10, 0, 0)], [20, 20])
    trunk = section("trunk", [(10, 0, 0), (60, 30, 0), (120, 40, 20)], [4, 3, 2.5], soma, nseg=5, Ra=100)
    up, down = [
        section(name, [(120, 40, 20), (180, 40 + 60 * side, 20)], [1.5, 1.5], trunk, nseg=3, Ra=100)
        for name, side in (("up", 1), ("down", -1))
    ]
    synapse = h.ExpSyn(up(0.9))
    synapse.tau = 2
    connection = h.NetCon(None, synapse)
    connection.weight[0], connection.delay = 0.01, 0
    handler = h.FInitializeHandler(lambda: [connection.event(t + 1) for t in (5, 7, 20)])
    places = [up(0.9), trunk(0.5), soma(0.5)]
    recordings = [h.Vector().record(place._ref_v) for place in places]
    time = h.Vector().record(h._ref_t)
    h.finitialize(-65)
    h.continuerun(30)
    lines = []
    for sec in soma.wholetree():
        parent = sec.parentseg().sec if sec.parentseg() else "nothing"
        lines.append(f"{sec} on {parent}: {sec.n3d()} points, {sec.L:.3f} µm")
    for place, v in zip(places, recordings):
        lines.append(f"{place}: {h.distance(soma(0.5), place):.1f} µm away, {v.max():.3f} mV at most")
    return [*lines, f"{len(time)} samples in {time.max():.0f} ms"]


def patch_ring(h):
    cells, *kept = ring_cells(h, 12)
    h.finitialize(-65)
    h.continuerun(150)
    lines = [f"cell {i}: {numbers(spikes, between=' ')}" for i, (_, _, spikes, _) in enumerate(cells)]
    return [*lines, f"{sum(len(spikes) for _, _, spikes, _ in cells)} spikes of 12 cells"]


def connected(h, source, target, threshold, delay, weight):
    made = h.NetCon(source(0.5)._ref_v, target, sec=source)
    made.threshold, made.delay = threshold, delay
    if target is not None:
        made.weight[0] = weight
    return made


def patch_inhibition(h):
    kept = []

    def cell(name):
        soma = h.Section(name=name)
        soma.L = soma.diam = 20
        soma.insert("hh")
        excited, inhibited = h.ExpSyn(soma(0.5)), h.Exp2Syn(soma(0.5))
        excited.tau, excited.e = 2, 0
        inhibited.tau1, inhibited.tau2, inhibited.e = 1, 10, -80
        detector = connected(h, soma, None, 0, 1, 0)
        spikes = h.Vector()
        detector.record(spikes)
        kept.append(detector)
        return name, soma, excited, inhibited, spikes

    cells = [cell(f"cell{i}") for i in range(4)]
    interneuron = cell("interneuron")
    inhibitions = []
    for i, (_, soma, excited, inhibited, _) in enumerate(cells):
        stimulus = h.NetStim()
        stimulus.start, stimulus.interval, stimulus.number = 5 + i, 8, 12
        drive = h.NetCon(stimulus, excited)
        drive.delay, drive.weight[0] = 1, 0.03
        kept.extend([stimulus, drive, connected(h, soma, interneuron[2], 0, 1, 0.015)])
        inhibitions.append(connected(h, interneuron[1], inhibited, 0, 1, 0.1))
    lines = []

    def run(title):
        h.finitialize(-65)
        h.continuerun(100)
        lines.append(title)
        for name, *_, spikes in [*cells, interneuron]:
            lines.append(f"{name}: {len(spikes)} spikes, {numbers(spikes, between=' ')}")

    run("with inhibition")
    for inhibition in inhibitions:
        inhibition.weight[0] = 0
    run("without inhibition")
    return lines


def patch_magic(h):
    def cell(name):
        soma, axon = h.Section(name=f"{name}.soma"), h.Section(name=f"{name}.axon")
        soma.L = soma.diam = 20
        soma.nseg = 2
        axon.L, axon.diam, axon.nseg = 400, 1, 11
        soma.insert("hh")
        axon.insert("hh")
        axon.connect(soma(1), 0)
        synapse = h.ExpSyn(soma(0.5))
        synapse.tau = 2
        return soma, axon, synapse

    def end(axon, target):
        made = h.NetCon(axon(0.9)._ref_v, target, sec=axon)
        made.threshold = 0
        return made

    cells = [cell("first"), cell("second")]
    clamp = h.IClamp(cells[0][0](0.25))
    clamp.delay, clamp.dur, clamp.amp = 2, 1, 1
    connection = end(cells[0][1], cells[1][2])
    connection.delay, connection.weight[0] = 1, 0.05
    voltages = [h.Vector().record(soma(0.5)._ref_v) for soma, *_ in cells]
    arrivals = [h.Vector() for _ in cells]
    detectors = [end(axon, None) for _, axon, _ in cells]
    for detector, times in zip(detectors, arrivals):
        detector.record(times)
    h.finitialize(-65)
    h.continuerun(30)
    lines = [f"{clamp} is at {clamp.get_segment()}"]
    for (soma, *_), v, times in zip(cells, voltages, arrivals):
        at = numbers(times, between=" ")
        lines.append(f"{soma}: {v.max():.3f} mV at most, spikes at the axon's end: {at} ms")
    return [*lines, f"the connection's delay: {connection.delay:.0f} ms"]


def patch_voltage_clamp(h):
    h.celsius = 6.3
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.insert("hh")
    clamp = h.SEClamp(soma(0.5))
    clamp.dur1, clamp.dur2, clamp.dur3, clamp.rs = 5, 10, 5, 0.01
    clamp.amp1 = clamp.amp3 = -65
    current, sodium, potassium, time = [
        h.Vector().record(ref) for ref in (clamp._ref_i, soma(0.5)._ref_ina, soma(0.5)._ref_ik, h._ref_t)
    ]
    lines = []
    for step in range(-60, 41, 20):
        clamp.amp2 = step
        h.finitialize(-65)
        h.continuerun(20)
        during = [i for i, t in enumerate(time) if 5.2 < t < 14.9]
        inward, outward = min(sodium[i] for i in during), max(potassium[i] for i in during)
        lines.append(
            f"{step} mV: sodium {inward:.4f}, potassium {outward:.4f} mA/cm2, "
            f"clamp {current[during[-1]]:.3f} nA at the end"
        )
    return lines


def pictures(h):
    import math

    cells = []
    for i in range(8):
        soma, dend = h.Section(name=f"soma{i}"), h.Section(name=f"dend{i}")
        soma.insert("hh")
        dend.nseg = 5
        dend.insert("pas")
        dend.connect(soma(1))
        dend.g_pas = 1e-4
        angle = 2 * math.pi * i / 8
        for section, ends, diam in ((soma, (200, 220), 20), (dend, (220, 370), 2)):
            for r in ends:
                section.pt3dadd(r * math.cos(angle), r * math.sin(angle), 0, diam)
        synapse = h.ExpSyn(dend(0.5))
        synapse.tau = 2
        spikes = h.Vector()
        detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
        detector.record(spikes)
        cells.append((soma, dend, synapse, spikes, detector))
    connections = []
    for i, (_, _, synapse, _, _) in enumerate(cells):
        before = cells[i - 1][0]
        connection = h.NetCon(before(0.5)._ref_v, synapse, sec=before)
        connection.threshold, connection.delay, connection.weight[0] = 0, 3, 0.02
        connections.append(connection)
    stimulator = h.NetStim()
    stimulator.number, stimulator.start = 1, 5
    connection = h.NetCon(stimulator, cells[0][2])
    connection.weight[0], connection.delay = 0.04, 0
    h.finitialize(-65)
    h.continuerun(100)
    lines = [f"cell {i}: {numbers(spikes, 2, ' ')}" for i, (_, _, _, spikes, _) in enumerate(cells)]
    return [*lines, f"membrane potential (mV) of {len(list(h.allsec()))} sections"]


models = {
    "one-cell": one_cell,
    "ring": ring,
    "hoc-template": hoc_template,
    "protocol": protocol,
    "swc": swc,
    "cvode": cvode,
    "mpi-ring": mpi_ring,
    "patch-cell": patch_cell,
    "patch-ring": patch_ring,
    "patch-inhibition": patch_inhibition,
    "patch-magic": patch_magic,
    "patch-voltage-clamp": patch_voltage_clamp,
    "pictures": pictures,
}

if len(sys.argv) == 3:
    from neuron import h

    h.load_file("stdrun.hoc")
    with open(sys.argv[2], "w") as results:
        json.dump(models[sys.argv[1]](h), results)
else:
    found = {}
    for name in models:
        with tempfile.NamedTemporaryFile("r") as results:
            subprocess.run([sys.executable, __file__, name, results.name], stdout=subprocess.DEVNULL, check=True)
            found[name] = json.load(results)
    print(json.dumps(found, indent=2, ensure_ascii=False))
