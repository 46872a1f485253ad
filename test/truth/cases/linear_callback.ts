// A LinearMechanism whose callback steers the right-hand side: a current of its own.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 10;
  soma.insert("pas");
  const [c, g] = [h.Matrix(1, 1), h.Matrix(1, 1)];
  const [y, b] = [h.Vector(1), h.Vector(1)];
  const calls = h.Vector();

  const current = () => {
    b.x[0] = h.t > 2 && h.t < 6 ? 0.01 : 0;
    calls.append(h.t);
  };

  const mechanism = h.LinearMechanism(current, c, g, y, b, 0.5, { sec: soma });
  const v = h.Vector().record(soma(0.5)._ref_v);
  h.finitialize(-70);
  h.continuerun(8);
  return { v, calls, valid: mechanism !== null };
}
