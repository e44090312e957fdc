package peer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlAttribute;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlEnumValue;
import javax.xml.bind.annotation.XmlSeeAlso;
import javax.xml.bind.annotation.XmlType;

/** A value with required, nillable, repeated and derived parts. */
@XmlType(name = "Person")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlSeeAlso(Person.Employee.class)
public class Person {
  @XmlElement(required = true)
  public String name;

  @XmlElement(nillable = true)
  public Integer age;

  @XmlAttribute public String id;
  public List<String> tag = new ArrayList<>();
  public Date born;
  public BigDecimal balance;
  public Colour colour;

  /** A derived type, which an answer announces by {@code xsi:type}. */
  @XmlType(name = "Employee")
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Employee extends Person {
    public String boss;
  }

  /** Names that Java and the schema spell differently. */
  @XmlType(name = "Colour")
  public enum Colour {
    RED,
    @XmlEnumValue("dark-blue")
    DARK_BLUE
  }

  /** The same person, employed. */
  Employee employed(String boss) {
    Employee employee = new Employee();
    employee.name = name;
    employee.age = age;
    employee.id = id;
    employee.tag = tag;
    employee.born = born;
    employee.balance = balance;
    employee.colour = colour;
    employee.boss = boss;
    return employee;
  }
}
