// How the tubes are painted: a colour for each segment from its value, and a light that comes from where one looks.
import { interpolateViridis } from "d3-scale-chromatic";
import {
  ClampToEdgeWrapping,
  DataTexture,
  FloatType,
  GLSL3,
  LinearFilter,
  NearestFilter,
  RedFormat,
  RGBAFormat,
  ShaderMaterial,
} from "three";

const steps = 256;

/** Red, green, blue and 255 of each step of viridis from low to high; on dark ground its dark end is lighter, so that it is seen. */
export function palette(isDark: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Array.from({ length: steps }, (_, i) => {
    const place = i / (steps - 1);
    const color = interpolateViridis(isDark ? 0.15 + 0.85 * place : place);
    const white = isDark ? 0.3 * (1 - place) : 0;
    return [1, 3, 5].map((at) => (1 - white) * Number.parseInt(color.slice(at, at + 2), 16) + white * 255).concat(255);
  });
  return Uint8Array.from(bytes.flat());
}

const vertexShader = `
in float radius;
in float segment;
uniform highp sampler2D values;
uniform int across;
uniform sampler2D colors;
uniform float low;
uniform float high;
uniform float pixel;
uniform float chosen;
uniform vec3 none;
uniform vec3 mark;
flat out vec3 vColor;
out vec3 vNormal;
out vec3 vView;
void main() {
  int id = int(segment + 0.5);
  float value = texelFetch(values, ivec2(id % across, id / across), 0).r;
  float place = clamp((value - low) / max(high - low, 1e-12), 0.0, 1.0);
  bool isChosen = abs(segment - chosen) < 0.5;
  // NaN is the only number that differs from itself, and compilers forget that.
  bool isNumber = value > -3.0e38 && value < 3.0e38;
  vColor = isChosen ? mark : isNumber ? texture(colors, vec2(place * 255.0 / 256.0 + 0.5 / 256.0, 0.5)).rgb : none;
  float depth = -(modelViewMatrix * vec4(position, 1.0)).z;
  float least = pixel * depth * (isChosen ? 2.5 : 0.85);
  vec3 at = position + normal * (radius > 0.0 ? max(radius, least) : 0.0);
  vec4 view = modelViewMatrix * vec4(at, 1.0);
  vNormal = normalMatrix * normal;
  vView = -view.xyz;
  gl_Position = projectionMatrix * view;
}`;

const fragmentShader = `
flat in vec3 vColor;
in vec3 vNormal;
in vec3 vView;
out vec4 color;
void main() {
  float light = abs(dot(normalize(vNormal), normalize(vView)));
  color = vec4(vColor * (0.62 + 0.38 * light), 1.0);
}`;

export class Paint {
  readonly material: ShaderMaterial;
  #texture: DataTexture;
  readonly #colors: DataTexture;

  constructor() {
    const colors = new DataTexture(palette(false), steps, 1, RGBAFormat);
    this.#colors = colors;
    colors.minFilter = colors.magFilter = LinearFilter;
    colors.wrapS = ClampToEdgeWrapping;
    colors.needsUpdate = true;
    this.#texture = valueTexture(1);
    this.material = new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      uniforms: {
        values: { value: this.#texture },
        across: { value: 1 },
        colors: { value: colors },
        low: { value: -80 },
        high: { value: 40 },
        pixel: { value: 0.001 },
        chosen: { value: -1 },
        none: { value: [0.6, 0.6, 0.6] },
        mark: { value: [0.9, 0.2, 0.2] },
      },
    });
  }

  set(name: "low" | "high" | "pixel" | "chosen" | "none" | "mark", value: number | readonly number[]): void {
    (this.material.uniforms[name] as { value: unknown }).value = value;
  }

  setPalette(bytes: Uint8Array): void {
    (this.#colors.image.data as Uint8Array).set(bytes);
    this.#colors.needsUpdate = true;
  }

  /** One value for each segment, NaN for none. */
  setValues(values: Float32Array): void {
    const uniforms = this.material.uniforms as Record<string, { value: unknown }>;
    if ((this.#texture.image.data as Float32Array).length < values.length) {
      this.#texture.dispose();
      this.#texture = valueTexture(values.length);
      (uniforms.values as { value: unknown }).value = this.#texture;
      (uniforms.across as { value: unknown }).value = this.#texture.image.width;
    }
    (this.#texture.image.data as Float32Array).set(values);
    this.#texture.needsUpdate = true;
  }
}

function valueTexture(count: number): DataTexture {
  const across = Math.min(1024, Math.max(1, count));
  const down = Math.max(1, Math.ceil(count / across));
  const texture = new DataTexture(new Float32Array(across * down).fill(Number.NaN), across, down, RedFormat, FloatType);
  texture.minFilter = texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}
