<%@ tag description="One step of an alarm's life." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="step" required="true" type="dev.perennial.web.pages.AlarmView.Step" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<li><t:moment moment="${step.at()}"/>&#32;<t:say key="step.by" a="${lang.say(step.what())}" b="${step.by()}"/><c:if test="${not empty step.note()}"><t:say key="step.note" a="${step.note()}"/></c:if><span class="unit"> <c:out value="${step.sentence()}"/></span></li>
