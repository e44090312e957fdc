import java.io.File;
import java.util.List;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.ws.security.WSPasswordCallback;
import org.apache.ws.security.WSSConfig;
import org.apache.ws.security.WSSecurityEngine;
import org.apache.ws.security.WSSecurityEngineResult;
import org.apache.ws.security.WSUsernameTokenPrincipal;
import org.apache.ws.security.message.token.Timestamp;
import org.w3c.dom.Document;

/**
 * Lets WSS4J judge the Security header of each envelope that is named, as a service does whose only
 * user has the given password: Judge PASSWORD ENVELOPE.xml... One line for each comes out: what
 * WSS4J found in it, or "refused" and why.
 */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setNamespaceAware(true);
        WSSecurityEngine engine = new WSSecurityEngine();
        WSSConfig config = WSSConfig.getNewInstance();
        config.setTimeStampStrict(true);
        config.setHandleCustomPasswordTypes(false);
        config.setAllowNamespaceQualifiedPasswordTypes(false);
        engine.setWssConfig(config);
        CallbackHandler passwords = callbacks -> {
            for (Callback callback : callbacks) {
                ((WSPasswordCallback) callback).setPassword(arguments[0]);
            }
        };
        for (int index = 1; index < arguments.length; index++) {
            Document envelope = documents.newDocumentBuilder().parse(new File(arguments[index]));
            System.out.println(judge(engine, passwords, envelope));
        }
    }

    private static String judge(WSSecurityEngine engine, CallbackHandler passwords, Document envelope) {
        StringBuilder found = new StringBuilder();
        try {
            List<WSSecurityEngineResult> results =
                engine.processSecurityHeader(envelope, null, passwords, null);
            if (results == null) {
                return "no header";
            }
            for (WSSecurityEngineResult result : results) {
                if (result.get(WSSecurityEngineResult.TAG_TIMESTAMP) instanceof Timestamp) {
                    found.append("timestamp ");
                }
                Object principal = result.get(WSSecurityEngineResult.TAG_PRINCIPAL);
                if (principal instanceof WSUsernameTokenPrincipal) {
                    WSUsernameTokenPrincipal user = (WSUsernameTokenPrincipal) principal;
                    found.append(user.isPasswordDigest() ? "digest" : "text");
                    found.append(" of ").append(user.getName()).append(' ');
                }
            }
        } catch (Exception refusal) {
            return "refused: " + refusal.getMessage();
        }
        return found.toString().trim();
    }
}
