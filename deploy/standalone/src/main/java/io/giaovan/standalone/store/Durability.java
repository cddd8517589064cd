package io.giaovan.standalone.store;

/** What has happened to a change by the time it is acknowledged. */
public enum Durability {
    /** The disk holds it: it survives the death of the process and of the machine. */
    FSYNC,
    /** The operating system holds it: it survives the death of the process only. For tests and simulated days. */
    WRITTEN
}
