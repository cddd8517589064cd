package io.giaovan.contracts.delivery;

/** What shows that a parcel was handed over. */
public enum ProofKind {
    PHOTO,
    SIGNATURE,
    CODE
}
