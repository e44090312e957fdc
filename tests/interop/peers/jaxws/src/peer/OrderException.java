package peer;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlType;
import javax.xml.ws.WebFault;

/** A declared fault with a structured detail. */
@WebFault(
    name = "OrderFault",
    targetNamespace = "urn:peer:jaxws",
    faultBean = "peer.OrderException$Info")
public class OrderException extends Exception {
  private final Info info;

  public OrderException(String message, int code, String hint) {
    super(message);
    info = new Info();
    info.code = code;
    info.hint = hint;
  }

  public Info getFaultInfo() {
    return info;
  }

  /** The detail. */
  @XmlType(name = "OrderFaultInfo", namespace = "urn:peer:jaxws")
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Info {
    public int code;
    public String hint;
  }
}
