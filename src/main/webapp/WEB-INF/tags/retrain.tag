<%@ tag description="The way to a retraining: a visitor signs in on it and then goes on." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="wanted" type="java.lang.Boolean" description="whether it is what to do now" %>
<%@ attribute name="here" type="java.lang.Boolean" description="whether it stands on the page of versions" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<p class="act"><a class="button<c:if test="${not wanted}"> second</c:if>" href="<c:url value="/models/${model}/retrain"/>">Retrain</a><c:if test="${not here}">&#32;<a class="button second" href="<c:url value="/models/${model}/versions"/>">Versions</a></c:if></p>
