/** @file What NumPy itself does not have, as a program brings it along: small definitions, each on its own. */

import type { Helper, HelperName } from './dialect.ts';
import { gruHelpers } from './gruHelpers.ts';

const sigmoid = `
def sigmoid(x):
    power = np.exp(-np.abs(x))
    return np.where(x < 0, power, 1.0) / (1 + power)`;

const gelu = `
def gelu(x):
    below = np.vectorize(math.erfc, otypes=[float])(-x / math.sqrt(2)) / 2
    return np.where(x < -40, -0.0, x * below)`;

const softmax = `
def softmax(x, axis, temperature=1.0):
    exps = np.exp((x - x.max(axis=axis, keepdims=True)) / temperature)
    return exps / exps.sum(axis=axis, keepdims=True)`;

const threshold = `
def threshold(thresholds, fits, axis):
    counts = np.moveaxis(np.cumsum(np.ones(fits.shape), axis=axis) * fits, axis, -1)
    last = counts.argmax(axis=-1)[..., None]
    chosen = np.take_along_axis(np.moveaxis(thresholds, axis, -1), last, axis=-1)
    return np.moveaxis(chosen, -1, axis)`;

const sparsemax = `
def sparsemax(x, axis, temperature=1.0):
    # Martins, Astudillo 2016, Algorithm 1
    z = (x - x.max(axis=axis, keepdims=True)) / temperature
    ordered = -np.sort(-z, axis=axis)
    k = np.cumsum(np.ones(z.shape), axis=axis)
    sums = np.cumsum(ordered, axis=axis)
    fits = np.isfinite(ordered) & (1 + k * ordered > sums)
    return np.maximum(z - threshold((sums - 1) / k, fits, axis), 0.0)`;

const entmax15 = `
def entmax15(x, axis, temperature=1.0):
    # Peters, Niculae, Martins 2019, Algorithm 2
    z = (x - x.max(axis=axis, keepdims=True)) / (2 * temperature)
    ordered = -np.sort(-z, axis=axis)
    seen = np.isfinite(ordered)
    finite = np.where(seen, ordered, 0.0)
    k = np.cumsum(np.ones(z.shape), axis=axis)
    mean = np.cumsum(finite, axis=axis) / k
    spread = np.cumsum(finite**2, axis=axis) / k - mean**2
    under = (1 - k * spread) / k
    thresholds = mean - np.sqrt(np.maximum(under, 0.0))
    fits = seen & (under >= 0) & (thresholds <= ordered)
    return np.maximum(z - threshold(thresholds, fits, axis), 0.0) ** 2`;

const crossEntropy = `
def cross_entropy(x, targets):
    top = x.max(axis=-1)
    shifted = x - top[..., None]
    exps = np.exp(shifted)
    total = exps.sum(axis=-1)
    log_total = np.log(total)
    right = np.asarray(targets).reshape(top.shape).astype(int)
    chosen = np.take_along_axis(x, right[..., None], axis=-1)[..., 0]
    p = exps / total[..., None]
    inner = dict(p=p, top=top, shifted=shifted, exps=exps, total=total, log_total=log_total)
    return top + log_total - chosen, inner`;

const layerNorm = `
def layer_norm(x, gamma, beta, eps):
    mean = x.mean(axis=-1)
    centred = x - mean[..., None]
    variance = np.square(centred).mean(axis=-1)
    inverse = 1 / np.sqrt(variance + eps)
    normalised = centred * inverse[..., None]
    inner = dict(normalised=normalised, inverse=inverse, mean=mean, centred=centred, variance=variance)
    return gamma * normalised + beta, inner`;

const draw = `
def draw(alpha, u, axis):
    # The first place at which the running sum of the shares is more than u, one u a row.
    picked = np.argmax(np.cumsum(alpha, axis=axis) > np.expand_dims(u, axis), axis=axis)
    drawn = np.zeros_like(alpha)
    np.put_along_axis(drawn, np.expand_dims(picked, axis), 1.0, axis=axis)
    return drawn, {'picked': picked}
`;

const window = `
def window(offset, reach, axis, mask=None):
    away = np.abs(offset) if mask is None else np.where(mask == 0, np.inf, np.abs(offset))
    inside = away <= reach
    fallback = ~inside.any(axis=axis, keepdims=True) & np.isfinite(away.min(axis=axis, keepdims=True))
    places = np.cumsum(np.ones(away.shape), axis=axis) - 1
    nearest = places == np.expand_dims(away.argmin(axis=axis), axis)
    inner = dict(fallback=fallback.any(axis=axis).astype(float))
    return (inside | (fallback & nearest)).astype(float), inner`;

const helper = (text: string, ...needs: HelperName[]): Helper => ({ text: text.trim(), needs });

export const numpyHelpers: Readonly<Record<HelperName, Helper>> = {
  sigmoid: helper(sigmoid),
  gelu: helper(gelu),
  softmax: helper(softmax),
  threshold: helper(threshold),
  sparsemax: helper(sparsemax, 'threshold'),
  entmax15: helper(entmax15, 'threshold'),
  cross_entropy: helper(crossEntropy),
  layer_norm: helper(layerNorm),
  window: helper(window),
  draw: helper(draw),
  ...gruHelpers('np'),
};
