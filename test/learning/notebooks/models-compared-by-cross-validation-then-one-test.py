# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split, cross_val_score
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
df = pd.read_csv('fraud.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('fraud', axis=1), df.fraud)
for model in [SVC(), DecisionTreeClassifier()]:
    print(model, cross_val_score(model, X_train, y_train, cv=5).mean())
final = SVC()
final.fit(X_train, y_train)
print(final.score(X_test, y_test))
