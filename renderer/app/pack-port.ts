/** A signature over a pack's manifest. */
export interface PackSignature {
  readonly algorithm: 'ECDSA-P256-SHA256';
  /** SPKI, base64. */
  readonly publicKey: string;
  /** r and s, base64. */
  readonly value: string;
}

/** This workstation's key for packs of forms, and the check of anybody's signature. */
export interface PackSigner {
  /** Throws PortFailure `locked` while nobody is signed in: the key is sealed. Made when first needed. */
  sign(bytes: Uint8Array): Promise<PackSignature>;
  /** The fingerprint of the key that signed; undefined when the signature does not fit. */
  verify(bytes: Uint8Array, signature: PackSignature): Promise<string | undefined>;
  /** The fingerprint of a key: five groups of four, to be read out on the phone. */
  fingerprint(publicKey: string): Promise<string>;
}
