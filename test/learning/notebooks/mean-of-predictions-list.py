# expected: clean
# found: clean
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge, Lasso
from sklearn.metrics import mean_absolute_error
df = pd.read_csv('flats.csv')
X_train, X_test, y_train, y_test = train_test_split(df[['a', 'b']], df['price'])
answers = []
for model in [Ridge(), Lasso()]:
    model.fit(X_train, y_train)
    answers.append(model.predict(X_test))
blend = np.mean(answers, axis=0)
print(mean_absolute_error(y_test, blend))
