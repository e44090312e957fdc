// deviceserver PORT: the toolkit declares a prefix for a subcode with a URI in quotes, and none for any other, which
// services write nonetheless.

#include <cstdlib>
#include <cstring>

#include "device.nsmap"
#include "soapdeviceService.h"

int deviceService::scopes(int count, dev__scopesResponse *response) {
  if (count < 0) {
    return soap_receiverfault("ter:ActionNotSupported", "Optional action not implemented", NULL);
  }
  response->__sizescope = count;
  response->scope = soap_new_dev__Scope(soap, count);
  for (int i = 0; i < count; i++) {
    char uri[64];
    snprintf(uri, sizeof uri, "onvif://www.example.com/type/%d?a&b", i);
    response->scope[i].fixed = i % 2 == 0;
    response->scope[i].uri = soap_strdup(soap, uri);
  }
  return SOAP_OK;
}

int deviceService::name(char *name, char **result) {
  if (strchr(name, ' ')) {
    return soap_senderfault(
        "\"urn:peer:errors\":InvalidName", "The name <is> not valid", "<e:reason xmlns:e=\"urn:peer:errors\">space</e:reason>");
  }
  *result = name;
  return SOAP_OK;
}

static int get(struct soap *soap) {
  FILE *file = fopen("device.wsdl", "rb");
  if (!file) {
    return 404;
  }
  soap->http_content = "text/xml";
  soap_response(soap, SOAP_FILE);
  char bytes[8192];
  size_t count;
  while ((count = fread(bytes, 1, sizeof bytes, file)) > 0) {
    soap_send_raw(soap, bytes, count);
  }
  fclose(file);
  return soap_end_send(soap);
}

int main(int, char **arguments) {
  deviceService service(SOAP_C_UTFSTRING);
  service.soap->fget = get;
  service.soap->bind_flags = SO_REUSEADDR;
  service.soap->recv_timeout = 5;
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
