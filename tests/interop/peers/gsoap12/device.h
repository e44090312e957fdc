//gsoap dev service name: device
//gsoap dev service port: http://127.0.0.1/
//gsoap dev service namespace: urn:peer:gsoap12
//gsoap dev service style: document
//gsoap dev service encoding: literal

// Document style over SOAP 1.2. soapcpp2 makes the WSDL of this file.

typedef int xsd__int;
typedef char *xsd__string;

//gsoap dev schema namespace: urn:peer:gsoap12
//gsoap dev schema elementForm: qualified

struct dev__Scope {
  @bool fixed = false;
  xsd__string uri;
};

struct dev__scopesResponse {
  int __sizescope;
  struct dev__Scope *scope 0;
};

//gsoap dev service method-action: scopes "urn:peer:gsoap12/scopes"
int dev__scopes(xsd__int count, struct dev__scopesResponse *response);

//gsoap dev service method-action: name "urn:peer:gsoap12/name"
int dev__name(xsd__string name, xsd__string *result);
