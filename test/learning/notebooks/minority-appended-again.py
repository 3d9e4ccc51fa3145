# expected: overlap
# found: overlap 9:10
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('fraud.csv')
fraud = df[df['Class'] == 1]
for i in range(5):
    df = df.append(fraud)
X_train, X_test, y_train, y_test = train_test_split(df.drop('Class', axis=1), df['Class'])
lr = LogisticRegression()
lr.fit(X_train, y_train)
print(lr.score(X_test, y_test))
