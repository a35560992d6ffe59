/** @file What PyTorch itself does not have, as a program brings it along: small definitions, each on its own. */

import type { Helper, HelperName } from './dialect.ts';
import { gruHelpers } from './gruHelpers.ts';

const sigmoid = `
def sigmoid(x):
    return torch.sigmoid(x)`;

const gelu = `
def gelu(x):
    below = torch.erfc(-x / math.sqrt(2)) / 2
    return torch.where(x < -40, torch.zeros_like(x), x * below)`;

const softmax = `
def softmax(x, dim, temperature=1.0):
    return torch.softmax((x - x.amax(dim=dim, keepdim=True)) / temperature, dim=dim)`;

const threshold = `
def threshold(thresholds, fits, dim):
    counts = torch.cumsum(torch.ones(fits.shape), dim=dim) * fits
    last = counts.argmax(dim=dim, keepdim=True)
    return torch.gather(thresholds, dim, last)`;

const sparsemax = `
def sparsemax(x, dim, temperature=1.0):
    # Martins, Astudillo 2016, Algorithm 1
    z = (x - x.amax(dim=dim, keepdim=True)) / temperature
    ordered = z.sort(dim=dim, descending=True).values
    k = torch.cumsum(torch.ones(z.shape), dim=dim)
    sums = torch.cumsum(ordered, dim=dim)
    fits = torch.isfinite(ordered) & (1 + k * ordered > sums)
    return torch.clamp(z - threshold((sums - 1) / k, fits, dim), min=0.0)`;

const entmax15 = `
def entmax15(x, dim, temperature=1.0):
    # Peters, Niculae, Martins 2019, Algorithm 2
    z = (x - x.amax(dim=dim, keepdim=True)) / (2 * temperature)
    ordered = z.sort(dim=dim, descending=True).values
    seen = torch.isfinite(ordered)
    finite = torch.where(seen, ordered, torch.zeros_like(ordered))
    k = torch.cumsum(torch.ones(z.shape), dim=dim)
    mean = torch.cumsum(finite, dim=dim) / k
    spread = torch.cumsum(finite**2, dim=dim) / k - mean**2
    under = (1 - k * spread) / k
    thresholds = mean - torch.sqrt(torch.clamp(under, min=0.0))
    fits = seen & (under >= 0) & (thresholds <= ordered)
    return torch.clamp(z - threshold(thresholds, fits, dim), min=0.0) ** 2`;

const crossEntropy = `
def cross_entropy(x, targets):
    top = x.amax(dim=-1)
    shifted = x - top[..., None]
    exps = torch.exp(shifted)
    total = exps.sum(dim=-1)
    log_total = torch.log(total)
    right = targets.reshape(top.shape).long()
    chosen = torch.gather(x, -1, right[..., None])[..., 0]
    p = exps / total[..., None]
    inner = dict(p=p, top=top, shifted=shifted, exps=exps, total=total, log_total=log_total)
    return top + log_total - chosen, inner`;

const layerNorm = `
def layer_norm(x, gamma, beta, eps):
    mean = x.mean(dim=-1)
    centred = x - mean[..., None]
    variance = torch.square(centred).mean(dim=-1)
    inverse = 1 / torch.sqrt(variance + eps)
    normalised = centred * inverse[..., None]
    inner = dict(normalised=normalised, inverse=inverse, mean=mean, centred=centred, variance=variance)
    return gamma * normalised + beta, inner`;

const draw = `
def draw(alpha, u, dim):
    # The first place at which the running sum of the shares is more than u, one u a row.
    picked = torch.argmax((torch.cumsum(alpha, dim=dim) > u.unsqueeze(dim)).to(alpha.dtype), dim=dim)
    drawn = torch.zeros_like(alpha).scatter(dim, picked.unsqueeze(dim), 1.0)
    return drawn, {'picked': picked.to(alpha.dtype)}
`;

const window = `
def window(offset, reach, dim, mask=None):
    away = offset.abs() if mask is None else torch.where(mask == 0, torch.inf, offset.abs())
    inside = away <= reach
    fallback = ~inside.any(dim=dim, keepdim=True) & torch.isfinite(away.amin(dim=dim, keepdim=True))
    places = torch.cumsum(torch.ones(away.shape), dim=dim) - 1
    nearest = places == away.argmin(dim=dim, keepdim=True)
    inner = dict(fallback=fallback.any(dim=dim).double())
    return (inside | (fallback & nearest)).double(), inner`;

const helper = (text: string, ...needs: HelperName[]): Helper => ({ text: text.trim(), needs });

export const torchHelpers: Readonly<Record<HelperName, Helper>> = {
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
  ...gruHelpers('torch'),
};
