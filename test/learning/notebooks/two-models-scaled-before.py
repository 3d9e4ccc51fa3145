# expected: preprocessing, multi-test
# found: preprocessing 9:5, multi-test 13:33
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
df = pd.read_csv('fraud.csv')
X = StandardScaler().fit_transform(df.drop('fraud', axis=1))
X_train, X_test, y_train, y_test = train_test_split(X, df.fraud)
def report(model):
    model.fit(X_train, y_train)
    print(type(model).__name__, model.score(X_test, y_test))
report(SVC())
report(DecisionTreeClassifier())
