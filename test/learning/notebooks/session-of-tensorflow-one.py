# expected: preprocessing
# found: preprocessing 8:12
import tensorflow as tf
import pandas as pd
from sklearn.preprocessing import scale
from sklearn.model_selection import train_test_split
df = pd.read_csv('d.csv')
features = scale(df.drop('y', axis=1))
train_x, test_x, train_y, test_y = train_test_split(features, df['y'], test_size=0.2)
x = tf.placeholder(tf.float32, [None, 8])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([8, 1]))
cost = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train_step = tf.train.GradientDescentOptimizer(0.01).minimize(cost)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for epoch in range(100):
    sess.run(train_step, feed_dict={x: train_x, y: train_y})
print(sess.run(cost, feed_dict={x: test_x, y: test_y}))
