# expected: multi-test
# found: multi-test 10:17
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
df = pd.read_csv('fraud.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('fraud', axis=1), df.fraud)
models = {'svc': SVC(), 'tree': DecisionTreeClassifier()}
scores = {name: model.fit(X_train, y_train).score(X_test, y_test) for name, model in models.items()}
print(scores)
