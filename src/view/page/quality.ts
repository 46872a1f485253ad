// How finely the stage is drawn: what draws without a graphics card draws coarsely while something moves, finely at rest.
import type { WebGLRenderer } from "three";

/** Until what stands still is drawn finely, ms. */
const rest = 250;

export class Quality {
  readonly isSlow: boolean;
  readonly #renderer: WebGLRenderer;
  readonly #draw: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isFine = false;

  constructor(renderer: WebGLRenderer, isSlow: boolean, draw: () => void) {
    this.isSlow = isSlow;
    this.#renderer = renderer;
    this.#draw = draw;
    renderer.setPixelRatio(isSlow ? 1 : Math.min(2, globalThis.devicePixelRatio));
  }

  /** Before each picture that shows something new. */
  moves(): void {
    if (!this.isSlow) return;
    this.#set(false);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set(true);
      this.#draw();
    }, rest);
  }

  #set(isFine: boolean): void {
    if (isFine === this.#isFine) return;
    this.#isFine = isFine;
    this.#renderer.setPixelRatio(isFine ? 2 : 1);
  }
}

/** Whether this browser draws in three dimensions at all. */
export function canDraw(): boolean {
  return probed((gl) => gl !== null);
}

/** Whether the processor draws: then smoothing each edge of each picture would halve their number. */
export function drawsInSoftware(): boolean {
  return probed((gl) => {
    const info = gl?.getExtension("WEBGL_debug_renderer_info");
    const name = String(info ? gl?.getParameter(info.UNMASKED_RENDERER_WEBGL) : "");
    return /swiftshader|llvmpipe|software|basic render/i.test(name);
  });
}

function probed(answer: (gl: WebGL2RenderingContext | null) => boolean): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  try {
    return answer(gl);
  } finally {
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
  }
}
