package io.giaovan.standalone.command;

/** The command line is wrong; the message names the option, what was given and what would be allowed. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
