// The stage on which the cells stand: camera, turning and zooming, drawing only when something has changed, picking.
import { type BufferGeometry, Color, Mesh, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import type { Shape } from "../protocol.js";
import { Paint } from "./paint.js";
import { drawsInSoftware, Quality } from "./quality.js";
import { tubes } from "./tubes.js";

/** px within which a click means a segment. */
const reach = 14;
/** Of the camera, from below to above, degrees; and the height of what it sees for each unit of distance. */
const fieldOfView = 30;
const seenHeight = 2 * Math.tan((fieldOfView * Math.PI) / 360);

export class Stage {
  readonly paint: Paint = new Paint();
  readonly #canvas: HTMLCanvasElement;
  readonly #renderer: WebGLRenderer;
  readonly #quality: Quality;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(fieldOfView, 1, 0.1, 1e6);
  readonly #controls: OrbitControls;
  #mesh: Mesh<BufferGeometry> | undefined;
  #shape: Shape | undefined;
  #isAsked = false;
  #isHome = true;
  #ground: string | undefined;
  /** How many pictures were drawn. */
  drawn = 0;

  constructor(
    canvas: HTMLCanvasElement,
    picked: (segment: number | undefined) => void,
    scaled: (perMicron: number) => void,
  ) {
    this.#canvas = canvas;
    const isSlow = drawsInSoftware();
    this.#renderer = new WebGLRenderer({ canvas, antialias: !isSlow });
    this.#quality = new Quality(this.#renderer, isSlow, () => this.#render());
    this.#controls = new OrbitControls(this.#camera, canvas);
    this.#controls.zoomToCursor = true;
    this.#controls.enableDamping = false;
    this.#controls.listenToKeyEvents(canvas);
    this.#controls.addEventListener("start", () => {
      this.#isHome = false;
    });
    this.#controls.addEventListener("change", () => {
      scaled(this.#perMicron());
      this.draw();
    });
    new ResizeObserver(() => {
      this.#resize();
      if (this.#isHome) this.home();
      scaled(this.#perMicron());
    }).observe(canvas);
    this.#watchClicks(picked);
    this.#resize();
  }

  setGround(color: string): void {
    this.#ground = color;
    this.#scene.background = new Color(color);
    this.draw();
  }

  /** Another morphology; the view stays where it was turned to unless it is the first. */
  setShape(shape: Shape): void {
    if (this.#mesh !== undefined) {
      this.#scene.remove(this.#mesh);
      this.#mesh.geometry.dispose();
    }
    this.#shape = shape;
    this.#mesh = new Mesh(tubes(shape), this.paint.material);
    this.#scene.add(this.#mesh);
    if (this.#isHome) this.home();
    this.draw();
  }

  /** Looks at all of it, from where NEURON's shapes are looked at: x to the right, y up. */
  home(): void {
    const sphere = this.#mesh?.geometry.boundingSphere;
    if (sphere === undefined || sphere === null) return;
    const distance = this.#distance();
    this.#camera.position.copy(sphere.center).add(new Vector3(0, 0, distance));
    this.#camera.up.set(0, 1, 0);
    this.#camera.near = Math.max(distance / 1000, 0.01);
    this.#camera.far = distance + 20 * sphere.radius;
    this.#camera.updateProjectionMatrix();
    this.#controls.target.copy(sphere.center);
    this.#controls.update();
    this.#isHome = true;
    this.draw();
  }

  /** So that the width and the height of all of it are seen, with some air, and nothing lies over it. */
  #distance(): number {
    const points = this.#shape?.points ?? new Float32Array();
    const center = this.#mesh?.geometry.boundingSphere?.center ?? new Vector3();
    let [wide, high, near] = [1e-3, 1e-3, 0];
    for (let i = 0; i < points.length; i += 4) {
      const radius = points[i + 3] as number;
      wide = Math.max(wide, Math.abs((points[i] as number) - center.x) + radius);
      high = Math.max(high, Math.abs((points[i + 1] as number) - center.y) + radius);
      near = Math.max(near, (points[i + 2] as number) - center.z + radius);
    }
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const inset = Number.parseFloat(getComputedStyle(this.#canvas).getPropertyValue("--inset"));
    // At least half of the canvas is for the cells.
    const part = (size: number, air: number) => Math.max(0.5, 1 - (2 * air) / Math.max(1, size));
    const fit = Math.max(high / part(height, inset), wide / this.#camera.aspect / part(width, 24));
    return near + (2 * fit) / seenHeight;
  }

  /** Once, when the browser draws next. */
  draw(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.#quality.moves();
      this.#render();
    });
  }

  #render(): void {
    if (this.#ground === undefined) return;
    this.#renderer.render(this.#scene, this.#camera);
    this.drawn++;
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0 || height === 0) return;
    this.#renderer.setSize(width, height, false);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
    this.paint.set("pixel", seenHeight / height);
    this.draw();
  }

  /** px for a µm where the camera looks. */
  #perMicron(): number {
    const distance = this.#camera.position.distanceTo(this.#controls.target);
    return this.#canvas.clientHeight / (distance * seenHeight);
  }

  #watchClicks(picked: (segment: number | undefined) => void): void {
    let down: { x: number; y: number } | undefined;
    this.#canvas.addEventListener("pointerdown", ({ offsetX: x, offsetY: y, button }) => {
      down = button === 0 ? { x, y } : undefined;
    });
    this.#canvas.addEventListener("pointerup", ({ offsetX: x, offsetY: y }) => {
      if (down !== undefined && Math.hypot(x - down.x, y - down.y) < 4) picked(this.segmentAt(x, y));
      down = undefined;
    });
  }

  /** The segment there, px; of several the one that is nearest to the place, and of those under it the one in front. */
  segmentAt(x: number, y: number): number | undefined {
    if (this.#shape === undefined) return undefined;
    const { points, intervals } = this.#shape;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const focal = height / seenHeight;
    this.#camera.updateMatrixWorld();
    const seen = new Float32Array(points.length);
    const point = new Vector3();
    for (let i = 0; i < points.length; i += 4) {
      point.fromArray(points, i).applyMatrix4(this.#camera.matrixWorldInverse);
      const depth = -point.z;
      seen.set(
        [
          width / 2 + (point.x * focal) / depth,
          height / 2 - (point.y * focal) / depth,
          depth,
          ((points[i + 3] as number) * focal) / depth,
        ],
        i,
      );
    }
    let best: { away: number; depth: number; segment: number } | undefined;
    for (let k = 0; k < intervals.length; k += 2) {
      const hit = nearness(seen, 4 * (intervals[k] as number), x, y);
      if (hit === undefined || hit.away > reach) continue;
      if (best === undefined || hit.away < best.away || (hit.away === best.away && hit.depth < best.depth))
        best = { ...hit, segment: intervals[k + 1] as number };
    }
    return best?.segment;
  }

  /** Where a segment is on the canvas, px. */
  placeOf(segment: number): { x: number; y: number } | undefined {
    const { points = new Float32Array(), intervals = new Uint32Array() } = this.#shape ?? {};
    for (let k = 0; k < intervals.length; k += 2) {
      if (intervals[k + 1] !== segment) continue;
      const [a, b] = [0, 4].map((at) => new Vector3().fromArray(points, 4 * (intervals[k] as number) + at)) as [
        Vector3,
        Vector3,
      ];
      const place = a.add(b).multiplyScalar(0.5).project(this.#camera);
      return { x: ((place.x + 1) / 2) * this.#canvas.clientWidth, y: ((1 - place.y) / 2) * this.#canvas.clientHeight };
    }
    return undefined;
  }
}

/** How far a place is from a tube on the screen, px (0: it lies under it), and how deep the tube is there. */
function nearness(seen: Float32Array, at: number, x: number, y: number): { away: number; depth: number } | undefined {
  const [ax, ay, az, ar, bx, by, bz, br] = seen.subarray(at, at + 8) as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!(az > 0 && bz > 0)) return undefined;
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx * dx + dy * dy;
  const share = along > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / along)) : 0;
  const distance = Math.hypot(x - ax - share * dx, y - ay - share * dy);
  return { away: Math.max(0, distance - (ar + share * (br - ar))), depth: az + share * (bz - az) };
}
