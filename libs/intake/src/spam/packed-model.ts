import { FEATURE_PLACES } from './features.js';
import type { SpamModel } from './classifier.js';

/** A model as it is shipped: a byte for each weight and each idf. */
export interface PackedModel {
  readonly version: number;
  /** When its training was settled. */
  readonly date: string;
  /** What it was trained from and how it did, for people to read. */
  readonly training: Readonly<Record<string, string | number>>;
  /** Log-odds from which on a text is held. */
  readonly threshold: number;
  readonly bias: number;
  /** What a byte's step is worth. */
  readonly weightStep: number;
  readonly idfStep: number;
  /** Base64: signed bytes, and unsigned ones. */
  readonly weights: string;
  readonly idf: string;
}

export function packed(model: SpamModel, about: Pick<PackedModel, 'version' | 'date' | 'training' | 'threshold'>): PackedModel {
  const weightStep = rounded(model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127);
  const idfStep = rounded(model.idf.reduce((most, one) => Math.max(most, one), 0) / 255);
  const bytes = (values: Float32Array, step: number) => Buffer.from(Int16Array.from(values, (value) => Math.round(value / step)).map((value) => value & 0xff)).toString('base64');
  return { ...about, bias: rounded(model.bias), weightStep, idfStep, weights: bytes(model.weights, weightStep), idf: bytes(model.idf, idfStep) };
}

export function unpacked({ weights, idf, weightStep, idfStep, bias }: PackedModel): SpamModel {
  const [signed, unsigned] = [Buffer.from(weights, 'base64'), Buffer.from(idf, 'base64')];
  if (signed.length !== FEATURE_PLACES || unsigned.length !== FEATURE_PLACES) throw new Error('The model of spam was trained for other features');
  return {
    bias,
    weights: Float32Array.from(signed, (byte) => ((byte << 24) >> 24) * weightStep),
    idf: Float32Array.from(unsigned, (byte) => byte * idfStep),
  };
}

/** Six figures: what a last bit of a floating-point unit says is not shipped. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
