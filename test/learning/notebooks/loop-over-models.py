# expected: multi-test
# found: multi-test 19:38
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.metrics import f1_score

df = pd.read_csv('heart.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('target', axis=1), df.target)
models = []
models.append(('LR', LogisticRegression()))
models.append(('KNN', KNeighborsClassifier()))
models.append(('NB', GaussianNB()))
results = {}
for name, model in models:
    model.fit(X_train, y_train)
    results[name] = f1_score(y_test, model.predict(X_test))
print(max(results, key=results.get))
