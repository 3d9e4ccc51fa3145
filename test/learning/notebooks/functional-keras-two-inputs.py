# expected: multi-test
# found: multi-test 20:18
import numpy as np
import pandas as pd
from tensorflow.keras import Model, Input
from tensorflow.keras.layers import Dense, concatenate
from sklearn.model_selection import train_test_split
df = pd.read_csv('homes.csv')
train, test = train_test_split(df, test_size=0.25, random_state=42)
def make(units):
    a, b = Input((3,)), Input((2,))
    joined = concatenate([Dense(units)(a), Dense(units)(b)])
    model = Model(inputs=[a, b], outputs=Dense(1)(joined))
    model.compile('adam', 'mse')
    return model
left, right = ['x', 'y', 'z'], ['u', 'v']
for units in (8, 16):
    m = make(units)
    m.fit([train[left], train[right]], train['price'], epochs=10)
    print(units, m.evaluate([test[left], test[right]], test['price']))
