package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a courier brings as proof, checked.
 *
 * @param kind what it is
 * @param bytes the picture, or the text in UTF-8
 */
record ProofContent(ProofKind kind, byte[] bytes) {
    private static final int CODE_LENGTH_MIN = 4;
    private static final int CODE_LENGTH_MAX = 12;

    /** Reads what came over the wire: a photo as base64, a signature as SVG path text, a code as it is. */
    static ProofContent of(ProofKind kind, String content, CourierSettings settings) {
        return switch (kind) {
            case PHOTO -> photo(content, settings.photoBytesMax());
            case SIGNATURE -> signature(content, settings.signatureBytesMax());
            case CODE -> code(content);
        };
    }

    String sha256() {
        return HexFormat.of().formatHex(Secrets.sha256(bytes));
    }

    private static ProofContent photo(String content, int bytesMax) {
        if (content.length() > (bytesMax + 2L) / 3 * 4) {
            throw ProblemException.invalid(
                    "proof.content", content.length() + " characters", "is more than " + bytesMax + " bytes");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException broken) {
            throw ProblemException.invalid("proof.content", content.length() + " characters", "is not base64");
        }
        if (bytes.length > bytesMax) {
            throw ProblemException.invalid(
                    "proof.content", bytes.length + " bytes", "is more than " + bytesMax + " bytes");
        }
        if (!startsWith(bytes, 0xFF, 0xD8, 0xFF) && !startsWith(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            throw ProblemException.invalid("proof.content", bytes.length + " bytes", "is neither a JPEG nor a PNG");
        }
        return new ProofContent(ProofKind.PHOTO, bytes);
    }

    private static ProofContent signature(String content, int bytesMax) {
        if (content.length() > bytesMax) {
            throw ProblemException.invalid(
                    "proof.content", content.length() + " characters", "is more than " + bytesMax + " characters");
        }
        if (!content.matches("[Mm][MmLlQqCcHhVvZz0-9 ,.\\-]+")) {
            throw ProblemException.invalid("proof.content", content.length() + " characters", "is not SVG path text");
        }
        return new ProofContent(ProofKind.SIGNATURE, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ProofContent code(String content) {
        if (!content.matches("[A-Za-z0-9]{" + CODE_LENGTH_MIN + "," + CODE_LENGTH_MAX + "}")) {
            throw ProblemException.invalid(
                    "proof.content",
                    content.length() + " characters",
                    "is not " + CODE_LENGTH_MIN + " to " + CODE_LENGTH_MAX + " letters or digits");
        }
        return new ProofContent(ProofKind.CODE, content.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
