package io.giaovan.standalone;

import io.giaovan.routingengine.solve.SolveCommand;
import io.giaovan.routingengine.travel.MatrixCommand;
import io.giaovan.standalone.command.HelpText;
import io.giaovan.standalone.command.UsageException;
import io.giaovan.standalone.crash.CrashCommand;
import io.giaovan.standalone.crash.gateway.GatewayCrashCommand;
import io.giaovan.standalone.day.DayCommand;
import io.giaovan.standalone.gateway.GatewayCommand;
import io.giaovan.standalone.gateway.SdkNodeCommand;
import io.giaovan.standalone.run.RunCommand;
import io.giaovan.standalone.store.StoreNotOpened;
import java.util.Arrays;
import java.util.List;

/**
 * The entry of the launcher: picks the command. Exit status 0 is fine, 1 found something broken, 2 was called
 * wrongly, 3 could not start.
 */
public final class Giaovan {
    private static final int USAGE = 2;
    private static final int NOT_STARTED = 3;

    private Giaovan() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String[] arguments) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        String[] restArray = rest.toArray(String[]::new);
        try {
            return switch (command) {
                case "run" -> RunCommand.run(rest, System.out);
                case "day" -> DayCommand.run(rest, System.out, System.err);
                case "crash" ->
                    rest.contains("--" + GatewayCrashCommand.FLAG)
                            ? GatewayCrashCommand.run(rest, System.out, System.err)
                            : CrashCommand.run(rest, System.out, System.err);
                case "gateway" -> GatewayCommand.run(rest, System.out);
                case "sdk-node" -> SdkNodeCommand.run(rest, System.out);
                case "solve" -> SolveCommand.run(restArray, System.out, System.err);
                case "matrix" -> MatrixCommand.run(restArray, System.out, System.err);
                case "help", "--help", "-h" -> {
                    System.out.print(HelpText.TEXT);
                    yield 0;
                }
                default -> throw new UsageException("'" + command + "' is not a command");
            };
        } catch (UsageException wrong) {
            System.err.println("giaovan: " + wrong.getMessage());
            System.err.println("Try: ./giaovan help");
            return USAGE;
        } catch (StoreNotOpened refused) {
            System.err.println("giaovan: " + refused.getMessage());
            return NOT_STARTED;
        }
    }
}
