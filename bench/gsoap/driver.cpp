// Decodes or encodes a list of records by the code that gSOAP generates, from memory to memory.
//
//   driver decode|encode FILE ROUNDS
//
// prints task, bytes, and median and best megabytes a second of CPU, as `wsdl2rs-bench time` does.

#include "soapH.h"
#include "RecordsBinding.nsmap"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::string input;
std::size_t consumed = 0;
std::string output;

std::size_t receive(soap *, char *buffer, std::size_t size) {
    const std::size_t count = std::min(size, input.size() - consumed);
    std::memcpy(buffer, input.data() + consumed, count);
    consumed += count;
    return count;
}

int send(soap *, const char *data, std::size_t size) {
    output.append(data, size);
    return SOAP_OK;
}

double cpu_seconds() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

ns1__RecordList *decode(soap *context) {
    consumed = 0;
    soap_begin(context);
    context->frecv = receive;
    if (soap_begin_recv(context) || soap_envelope_begin_in(context) ||
        soap_recv_header(context) || soap_body_begin_in(context)) {
        return nullptr;
    }
    ns1__RecordList *list = soap_get_ns1__RecordList(context, nullptr, "", nullptr);
    if (!list || soap_body_end_in(context) || soap_envelope_end_in(context) ||
        soap_end_recv(context)) {
        return nullptr;
    }
    return list;
}

bool encode(soap *context, ns1__RecordList *list) {
    output.clear();
    context->fsend = send;
    context->encodingStyle = nullptr;
    soap_set_omode(context, SOAP_IO_BUFFER);
    return !soap_begin_send(context) && !soap_envelope_begin_out(context) &&
           !soap_body_begin_out(context) &&
           !list->soap_put(context, "ns1:ListRecordsResponse", "") &&
           !soap_body_end_out(context) && !soap_envelope_end_out(context) &&
           !soap_end_send(context);
}

int fail(soap *context) {
    soap_print_fault(context, stderr);
    return EXIT_FAILURE;
}

}  // namespace

int main(int count, char **arguments) {
    if (count != 4) {
        std::fprintf(stderr, "driver decode|encode FILE ROUNDS\n");
        return EXIT_FAILURE;
    }
    const bool encodes = std::strcmp(arguments[1], "encode") == 0;
    const int rounds = std::atoi(arguments[3]);
    std::ifstream file(arguments[2], std::ios::binary);
    input.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());

    soap *context = soap_new1(SOAP_C_UTFSTRING | SOAP_XML_TREE);
    soap_set_namespaces(context, namespaces);
    ns1__RecordList *list = decode(context);
    if (!list || (encodes && !encode(context, list))) {
        return fail(context);
    }
    std::vector<double> seconds;
    for (int round = 0; round < std::max(rounds, 1); round++) {
        const double start = cpu_seconds();
        if (encodes) {
            if (!encode(context, list)) {
                return fail(context);
            }
        } else {
            soap_destroy(context);
            soap_end(context);
            if (!decode(context)) {
                return fail(context);
            }
        }
        seconds.push_back(cpu_seconds() - start);
    }
    std::sort(seconds.begin(), seconds.end());
    const double bytes = static_cast<double>(encodes ? output.size() : input.size());
    std::printf("%s\t%.0f\t%.1f\t%.1f\n", arguments[1], bytes,
                bytes / seconds[seconds.size() / 2] / 1e6, bytes / seconds.front() / 1e6);
    return EXIT_SUCCESS;
}
