package peer;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;

/** Document style, bare: the parameter is the body. */
@WebService(serviceName = "DocumentBare", targetNamespace = "urn:peer:jaxws:bare")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class DocumentBare {
  @WebMethod
  public @WebResult(name = "PersonOut") Person take(@WebParam(name = "PersonIn") Person person) {
    return person;
  }

  @WebMethod
  public @WebResult(name = "Number") int twice(@WebParam(name = "N") int number) {
    return 2 * number;
  }
}
