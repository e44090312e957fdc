package peer;

import java.util.List;
import javax.jws.Oneway;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.xml.ws.Holder;

/** Document style, wrapped. */
@WebService(serviceName = "DocumentWrapped", targetNamespace = "urn:peer:jaxws")
public class DocumentWrapped {
  @WebMethod
  public @WebResult(name = "person") Person echoPerson(@WebParam(name = "person") Person person) {
    return person;
  }

  /** Answers with a derived type. */
  @WebMethod
  public @WebResult(name = "person") Person promote(@WebParam(name = "person") Person person) {
    return person.employed("Grete");
  }

  @WebMethod
  public @WebResult(name = "sum") double sum(@WebParam(name = "x") List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  @WebMethod
  public void fail(@WebParam(name = "code") int code) throws OrderException {
    throw new OrderException("order refused", code, "try <later> & again");
  }

  @WebMethod
  public void crash() {
    throw new IllegalStateException("boom");
  }

  @WebMethod
  @Oneway
  public void fireAndForget(@WebParam(name = "note") String note) {}

  @WebMethod
  public void divmod(
      @WebParam(name = "a") int a,
      @WebParam(name = "b") int b,
      @WebParam(name = "q", mode = WebParam.Mode.OUT) Holder<Integer> quotient,
      @WebParam(name = "r", mode = WebParam.Mode.OUT) Holder<Integer> rest) {
    quotient.value = a / b;
    rest.value = a % b;
  }

  /** A header that goes in and comes out. */
  @WebMethod
  public @WebResult(name = "text") String withHeader(
      @WebParam(name = "text") String text,
      @WebParam(
              name = "session",
              header = true,
              mode = WebParam.Mode.INOUT,
              targetNamespace = "urn:peer:jaxws")
          Holder<String> session) {
    session.value = session.value + "-seen";
    return text;
  }
}
