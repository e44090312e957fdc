//gsoap calc service name: calc
//gsoap calc service port: http://127.0.0.1/
//gsoap calc service namespace: urn:peer:gsoap
//gsoap calc service style: rpc
//gsoap calc service encoding: encoded

// Numbers, a structure and an array in rpc style, encoded. soapcpp2 makes the WSDL of this file.

typedef double xsd__double;
typedef int xsd__int;
typedef char *xsd__string;

//gsoap calc schema namespace: urn:peer:gsoap

struct calc__Fraction {
  xsd__int numerator;
  xsd__int denominator;
};

// An array of the encoding, for its name has no prefix: the pointer and the number of items.
struct ArrayOfdouble {
  xsd__double *__ptr;
  int __size;
};

//gsoap calc service method-action: add "urn:peer:gsoap/add"
int calc__add(xsd__double a, xsd__double b, xsd__double *result);

//gsoap calc service method-action: div "urn:peer:gsoap/div"
int calc__div(xsd__double a, xsd__double b, xsd__double *result);

//gsoap calc service method-action: echo "urn:peer:gsoap/echo"
int calc__echo(xsd__string text, xsd__string *result);

//gsoap calc service method-action: invert "urn:peer:gsoap/invert"
struct calc__invertResponse {
  struct calc__Fraction *result;
};
int calc__invert(struct calc__Fraction fraction, struct calc__invertResponse *response);

//gsoap calc service method-action: squares "urn:peer:gsoap/squares"
struct calc__squaresResponse {
  struct ArrayOfdouble result;
};
int calc__squares(struct ArrayOfdouble numbers, struct calc__squaresResponse *response);
