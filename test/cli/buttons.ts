/** A published model in small: a cell, a panel with a button and a field, a graph. At first its current is too weak. */
export const model = `
create soma
soma { L = 20 diam = 20 insert hh }
objref clamp
soma clamp = new IClamp(0.5)
clamp.del = 1
clamp.dur = 5
tstop = 10
gain = 0.001
proc figure1() { clamp.amp = gain run() }
xpanel("Figures")
xbutton("Figure 1", "figure1()")
xvalue("strength", "gain")
xpanel()
newPlotV()
`;
