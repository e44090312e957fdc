// calcserver PORT FLAGS: c sends chunks, g compresses where the client takes it, k keeps connections.

#include <cmath>
#include <cstdlib>
#include <cstring>

#include "calc.nsmap"
#include "soapcalcService.h"

int calcService::add(double a, double b, double *result) {
  *result = a + b;
  return SOAP_OK;
}

int calcService::div(double a, double b, double *result) {
  if (b == 0) {
    return soap_receiverfault("Division by zero", "<e:problem xmlns:e=\"urn:peer:errors\"><code>7</code></e:problem>");
  }
  *result = a / b;
  return SOAP_OK;
}

int calcService::echo(char *text, char **result) {
  *result = text;
  return SOAP_OK;
}

// The inverse of zero is a null pointer.
int calcService::invert(const calc__Fraction &fraction, calc__invertResponse *response) {
  response->result = NULL;
  if (fraction.numerator != 0) {
    response->result = soap_new_calc__Fraction(soap);
    response->result->numerator = fraction.denominator;
    response->result->denominator = fraction.numerator;
  }
  return SOAP_OK;
}

int calcService::squares(const ArrayOfdouble &numbers, calc__squaresResponse *response) {
  response->result.__size = numbers.__size;
  response->result.__ptr = static_cast<double *>(soap_malloc(soap, numbers.__size * sizeof(double)));
  for (int i = 0; i < numbers.__size; i++) {
    response->result.__ptr[i] = numbers.__ptr[i] * numbers.__ptr[i];
  }
  return SOAP_OK;
}

// Answers every GET with the WSDL that soapcpp2 made, which not every client can unpack.
static int get(struct soap *soap) {
  FILE *file = fopen("calc.wsdl", "rb");
  if (!file) {
    return 404;
  }
  const soap_mode mode = soap->omode;
  soap_clr_omode(soap, SOAP_ENC_ZLIB);
  soap->http_content = "text/xml";
  soap_response(soap, SOAP_FILE);
  char bytes[8192];
  size_t count;
  while ((count = fread(bytes, 1, sizeof bytes, file)) > 0) {
    soap_send_raw(soap, bytes, count);
  }
  fclose(file);
  soap->omode = mode;
  return soap_end_send(soap);
}

int main(int count, char **arguments) {
  const char *flags = count > 2 ? arguments[2] : "";
  soap_mode mode = SOAP_C_UTFSTRING;
  if (strchr(flags, 'c')) {
    mode |= SOAP_IO_CHUNK;
  }
  if (strchr(flags, 'g')) {
    mode |= SOAP_ENC_ZLIB;
  }
  if (strchr(flags, 'k')) {
    mode |= SOAP_IO_KEEPALIVE;
  }
  calcService service(mode);
  service.soap->fget = get;
  service.soap->bind_flags = SO_REUSEADDR;
  service.soap->recv_timeout = 1;
  if (!soap_valid_socket(service.bind("127.0.0.1", atoi(arguments[1]), 100))) {
    service.soap_print_fault(stderr);
    return 1;
  }
  for (;;) {
    if (soap_valid_socket(service.accept())) {
      service.serve();
      service.destroy();
    }
  }
}
