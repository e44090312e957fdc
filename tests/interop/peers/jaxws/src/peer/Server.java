package peer;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.xml.ws.Endpoint;

/** Publishes every service on one port: Server PORT. */
public class Server {
  private static final Map<String, Object> SERVICES =
      Map.of(
          "/docwrapped", new DocumentWrapped(),
          "/docbare", new DocumentBare(),
          "/rpclit", new RpcLiteral(),
          "/soap12", new Soap12());

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 64);
    server.setExecutor(Executors.newCachedThreadPool());
    SERVICES.forEach(
        (path, service) -> Endpoint.create(service).publish(server.createContext(path)));
    server.start();
  }
}
