package peer;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.xml.ws.BindingType;
import javax.xml.ws.soap.SOAPBinding;

/**
 * Document style over SOAP 1.2. The names of the operations are also those of the wrapper beans, of
 * which a package has one of each name.
 */
@WebService(serviceName = "Soap12", targetNamespace = "urn:peer:jaxws:s12")
@BindingType(SOAPBinding.SOAP12HTTP_BINDING)
public class Soap12 {
  @WebMethod
  public @WebResult(name = "person") Person echo12(@WebParam(name = "person") Person person) {
    return person;
  }

  @WebMethod
  public void fail12(@WebParam(name = "code") int code) throws OrderException {
    throw new OrderException("order refused", code, null);
  }

  @WebMethod
  public void crash12() {
    throw new IllegalStateException("boom");
  }
}
