package peer;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;

/** rpc style, literal. */
@WebService(serviceName = "RpcLiteral", targetNamespace = "urn:peer:jaxws:rpc")
@SOAPBinding(style = SOAPBinding.Style.RPC)
public class RpcLiteral {
  @WebMethod
  public int add(@WebParam(name = "a") int a, @WebParam(name = "b") int b) {
    return a + b;
  }

  @WebMethod
  public Person echoPerson(@WebParam(name = "p") Person person) {
    return person;
  }

  @WebMethod
  public int[] evens(@WebParam(name = "upto") int end) {
    int[] numbers = new int[end / 2];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 2 * (i + 1);
    }
    return numbers;
  }
}
